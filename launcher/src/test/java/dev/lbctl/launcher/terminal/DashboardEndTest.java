package dev.lbctl.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.board.Sample;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However the dashboard ends, the terminal is as it was. */
@Timeout(30)
class DashboardEndTest {
    private final ScriptedCluster cluster = new ScriptedCluster();
    private final EmulatedTerminal terminal;

    DashboardEndTest() throws IOException {
        terminal = new EmulatedTerminal();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void it_shows_the_cluster_and_q_gives_the_terminal_back() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.waitFor("server-3 was killed");
        assertThat(terminal.echoes()).isFalse();
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
        terminal.assertRestored();
    }

    @Test
    void ctrl_c_quits_as_well() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.type("\003");
        run.get(5, TimeUnit.SECONDS);
        terminal.assertRestored();
    }

    @Test
    void an_interrupt_from_outside_quits_as_well() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.raise(Signal.INT);
        run.get(5, TimeUnit.SECONDS);
        terminal.assertRestored();
    }

    @Test
    void the_end_of_input_quits() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.endInput();
        run.get(5, TimeUnit.SECONDS);
        terminal.assertRestored();
    }

    @Test
    void a_crash_gives_the_terminal_back_before_it_is_reported() {
        cluster.report = broken();
        Future<?> run = terminal.run(cluster);
        assertThatThrownBy(() -> run.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
        terminal.assertRestored();
    }

    private static StatusReport broken() {
        List<BackendStatus> backends = new AbstractList<>() {
            @Override
            public BackendStatus get(int index) {
                throw new IllegalStateException("broken");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        StatusReport good = Sample.report();
        return new StatusReport(
                good.version(),
                good.algorithm(),
                good.uptime(),
                good.statistics(),
                good.pools(),
                backends,
                good.recentRequests(),
                good.configuration());
    }
}
