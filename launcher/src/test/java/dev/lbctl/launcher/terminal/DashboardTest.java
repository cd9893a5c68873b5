package dev.lbctl.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole dashboard on an emulated terminal: what is typed goes in, what a person would see is read back. */
@Timeout(30)
class DashboardTest {
    private final ScriptedCluster cluster = new ScriptedCluster();
    private final EmulatedTerminal terminal;

    DashboardTest() throws IOException {
        terminal = new EmulatedTerminal();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void arrows_and_letters_select_and_a_confirmed_kill_reaches_the_cluster() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.type("\033[B\033OBj");
        terminal.waitFor("▌ server-3");
        terminal.type("x");
        terminal.waitFor("Kill server-3 with SIGKILL?");
        terminal.type("y");
        terminal.waitFor("server-3 killed");
        assertThat(cluster.done).containsExactly("kill server-3");
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void what_the_cluster_refuses_is_said_and_the_dashboard_goes_on() throws Exception {
        cluster.refusal = "server-1 runs already";
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.type("js");
        terminal.waitFor("start server-1 failed: server-1 runs already");
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_balancer_that_falls_silent_is_said_and_so_is_its_return() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        cluster.silence = "Connection refused";
        terminal.waitFor("balancer silent");
        cluster.silence = "";
        await().until(() -> !terminal.shown().contains("Connection refused"));
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void another_size_is_used_at_once() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.resize(160, 40);
        terminal.waitFor("MEMORY");
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_filter_is_typed_a_weight_raised_and_an_algorithm_chosen() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.type("/er-2\r");
        terminal.waitFor("only \"er-2\": 1 of 6");
        terminal.type("++");
        await().until(() -> cluster.done.size() == 2);
        terminal.type("a\033[B\r");
        await().until(() -> cluster.done.size() == 3);
        terminal.type("d");
        await().until(() -> cluster.done.size() == 4);
        assertThat(cluster.done)
                .containsExactly("weight server-2 2", "weight server-2 3", "algorithm weighted", "drain server-2");
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void the_log_of_the_row_is_read_as_soon_as_it_is_wanted() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.type("l");
        terminal.waitFor("balancer wrote this");
        terminal.type("j");
        terminal.waitFor("server-1 wrote this");
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }

    @Test
    void what_somebody_else_wrote_on_the_screen_is_gone_after_control_l() throws Exception {
        Future<?> run = terminal.run(cluster);
        terminal.waitFor("server-5 ready");
        terminal.write("\033[2Jsomebody else");
        terminal.type("\f");
        await().until(() ->
                !terminal.shown().contains("somebody else") && terminal.shown().contains("server-5 ready"));
        terminal.type("q");
        run.get(5, TimeUnit.SECONDS);
    }
}
