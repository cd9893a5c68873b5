package dev.lbctl.launcher.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.terminal.Dashboard.Action;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole dashboard on an emulated terminal: what is typed goes in, what a person would see is read back. */
@Timeout(30)
class DashboardTest {
    private final ScriptedCluster cluster = new ScriptedCluster();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private ScreenTerminal screen;
    private LineDisciplineTerminal terminal;
    private Attributes before;

    @BeforeEach
    void write_something_on_the_terminal() throws IOException {
        var virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
        screen = virtual.screen();
        terminal = virtual.terminal();
        before = terminal.getAttributes();
        terminal.writer().print("$ lbctl top");
        terminal.flush();
    }

    @AfterEach
    void end() throws IOException {
        thread.shutdownNow();
        terminal.close();
    }

    @Test
    void it_shows_the_cluster_and_q_gives_the_terminal_back() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        waitFor("server-3 was killed");
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
        type("q");
        run.get(5, TimeUnit.SECONDS);
        assertRestored();
    }

    @Test
    void ctrl_c_quits_as_well() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        type("\003");
        run.get(5, TimeUnit.SECONDS);
        assertRestored();
    }

    @Test
    void an_interrupt_from_outside_quits_as_well() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        terminal.raise(Signal.INT);
        run.get(5, TimeUnit.SECONDS);
        assertRestored();
    }

    @Test
    void the_end_of_input_quits() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        terminal.reader().close();
        run.get(5, TimeUnit.SECONDS);
        assertRestored();
    }

    @Test
    void a_crash_gives_the_terminal_back_before_it_is_reported() {
        cluster.report = broken();
        Future<?> run = run();
        assertThatThrownBy(() -> run.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
        assertRestored();
    }

    @Test
    void arrows_and_letters_select_and_a_confirmed_kill_reaches_the_cluster() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        type("\033[B\033OBj");
        waitFor("▶ server-3");
        type("x");
        waitFor("Kill server-3 with SIGKILL?");
        type("y");
        waitFor("server-3 killed");
        assertThat(cluster.done).containsExactly("KILL server-3");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void what_the_cluster_refuses_is_said_and_the_dashboard_goes_on() throws Exception {
        cluster.refusal = "server-1 runs already";
        Future<?> run = run();
        waitFor("server-5 ready");
        type("js");
        waitFor("start server-1 failed: server-1 runs already");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_balancer_that_falls_silent_is_said_and_so_is_its_return() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        cluster.silence = "Connection refused";
        waitFor("balancer silent");
        cluster.silence = "";
        await().until(() -> !shown().contains("Connection refused"));
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void another_size_is_used_at_once() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        screen.setSize(Size.of(160, 40));
        terminal.setSize(Size.of(160, 40));
        terminal.raise(Signal.WINCH);
        waitFor("RESTARTS");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_pipe_gets_the_facts_once_without_a_single_control_character() {
        var written = new StringWriter();
        boolean answered = dashboard().snapshot(new PrintWriter(written), US_ASCII);
        assertThat(answered).isTrue();
        assertThat(written.toString()).contains("server-5 ready").matches("[\\p{Print}\\n]*");
    }

    private Future<?> run() {
        return thread.submit(() -> dashboard().run(terminal, true));
    }

    private Dashboard dashboard() {
        return new Dashboard(cluster, InstantSource.system(), ZoneOffset.UTC);
    }

    private void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }

    private String shown() {
        return screen.toString();
    }

    private void waitFor(String text) {
        await().untilAsserted(() -> assertThat(shown()).contains(text));
    }

    private void assertRestored() {
        assertThat(shown()).contains("$ lbctl top").doesNotContain("server-5");
        assertThat(terminal.getAttributes().getLocalFlags()).isEqualTo(before.getLocalFlags());
        assertThat(terminal.getAttributes().getInputFlags()).isEqualTo(before.getInputFlags());
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

    /** A cluster that answers what it is told to. */
    private static final class ScriptedCluster implements Dashboard.Cluster {
        private final Queue<String> done = new ConcurrentLinkedQueue<>();
        private volatile StatusReport report = Sample.report();
        private volatile String silence = "";
        private volatile String refusal = "";

        @Override
        public ClusterStatus status() {
            return Sample.cluster();
        }

        @Override
        public UsageReport usage() {
            return new UsageReport(0, List.of());
        }

        @Override
        public StatusReport report() {
            if (!silence.isEmpty()) {
                throw new IllegalStateException(silence);
            }
            return report;
        }

        @Override
        public void follow(Consumer<dev.lbctl.balancer.api.Event> events) {
            events.accept(Sample.event(1, "server-3 was killed"));
        }

        @Override
        public void act(Action action, String node) {
            if (!refusal.isEmpty()) {
                throw new IllegalStateException(refusal);
            }
            done.add(action + " " + node);
        }
    }
}
