package dev.lbctl.launcher.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.board.Sample;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
        waitFor("▌ server-3");
        type("x");
        waitFor("Kill server-3 with SIGKILL?");
        type("y");
        waitFor("server-3 killed");
        assertThat(cluster.done).containsExactly("kill server-3");
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
        waitFor("MEMORY");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_filter_is_typed_a_weight_raised_and_an_algorithm_chosen() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        type("/er-2\r");
        waitFor("only \"er-2\": 1 of 6");
        type("++");
        await().until(() -> cluster.done.size() == 2);
        type("a\033[B\r");
        await().until(() -> cluster.done.size() == 3);
        type("d");
        await().until(() -> cluster.done.size() == 4);
        assertThat(cluster.done)
                .containsExactly("weight server-2 2", "weight server-2 3", "algorithm weighted", "drain server-2");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void the_log_of_the_row_is_read_as_soon_as_it_is_wanted() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        type("l");
        waitFor("balancer wrote this");
        type("j");
        waitFor("server-1 wrote this");
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void what_somebody_else_wrote_on_the_screen_is_gone_after_control_l() throws Exception {
        Future<?> run = run();
        waitFor("server-5 ready");
        terminal.writer().print("\033[2Jsomebody else");
        terminal.flush();
        type("\f");
        await().until(() -> !shown().contains("somebody else") && shown().contains("server-5 ready"));
        type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    private Future<?> run() {
        var dashboard = new Dashboard(cluster, InstantSource.system(), ZoneOffset.UTC, false);
        return thread.submit(() -> dashboard.run(terminal, true));
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
}
