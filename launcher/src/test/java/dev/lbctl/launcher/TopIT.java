package dev.lbctl.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.endtoend.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code lbctl top} in a real terminal, with the cluster that the browser dashboard is tested with. */
@Timeout(120)
@ExtendWith(SharedDashboard.class)
class TopIT {
    private final DashboardCluster cluster;
    private final Path directory;
    private Tmux tmux;

    TopIT(DashboardCluster cluster, @TempDir Path directory) {
        this.cluster = cluster;
        this.directory = directory;
    }

    @BeforeEach
    void open_a_terminal() throws IOException {
        tmux = Tmux.open(directory, 80, 24);
    }

    @AfterEach
    void close_it() throws IOException {
        tmux.close();
    }

    @Test
    void keys_select_kill_start_drain_weigh_sort_filter_and_choose_an_algorithm() throws Exception {
        begin("top");
        tmux.press("Down", "Down");
        tmux.awaitLine("▌ server-2 ready .*");
        tmux.type("x");
        tmux.awaitText("Kill server-2 with SIGKILL? It stays down until started. y/n");
        tmux.type("n");
        tmux.awaitText("? help");
        tmux.type("xy");
        tmux.awaitLine("▌ server-2 stopped +down .*");
        tmux.type("s");
        tmux.awaitLine("▌ server-2 ready +up .*");

        tmux.type("d");
        tmux.awaitLine("▌ server-2 ready +up +drain .*");
        tmux.type("d");
        tmux.awaitLine("▌ server-2 ready +up +ready .*");
        tmux.type("++-");
        tmux.awaitLine("▌ server-2 ready +up +ready +2 .*");
        tmux.type("-");
        tmux.awaitLine("▌ server-2 ready +up +ready +1 .*");

        tmux.type("o");
        tmux.awaitText("HEALTH▼");
        tmux.type("/er-4");
        tmux.awaitText("only \"er-4\": 1 of 6");
        tmux.press("Escape");
        tmux.awaitText("server-5");
        tmux.type("a");
        tmux.awaitText("▌ round_robin");
        tmux.press("Down", "Enter");
        tmux.awaitLine(" lbctl page .* weighted .*");
        tmux.type("a");
        tmux.awaitText("▌ weighted");
        tmux.press("Up", "Enter");
        tmux.awaitLine(" lbctl page .* round_robin .*");
        tmux.type("?");
        tmux.awaitText("SIGKILL at once, after y");
        tmux.type("qq");
        assertRestored();
    }

    @Test
    void another_size_is_filled_at_once() throws Exception {
        begin("top --read-only");
        tmux.type("jx");
        tmux.awaitText("started with --read-only: kill changes nothing");
        tmux.resize(200, 50);
        tmux.awaitText("LOG server-1");
        assertThat(tmux.screen()).contains("RESTARTS", "ADDRESS", "read-only");
        tmux.resize(20, 6);
        tmux.awaitText("too small");
        tmux.resize(40, 10);
        tmux.awaitLine("▌ server-1 ready .*");
        tmux.press("C-c");
        assertRestored();
    }

    @Test
    void sigterm_gives_the_terminal_back() throws Exception {
        begin("top");
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid).orElseThrow().destroy()).isTrue();
        assertRestored();
    }

    /** The first line of {@code stty -a} tells the size, which is the window's business. */
    private void begin(String command) throws IOException {
        Files.writeString(directory.resolve("top.sh"), """
                stty -a | tail -n +2 >before
                (echo "$BASHPID" >pid; exec %s %s --name %s)
                stty -a | tail -n +2 >after
                """.formatted(
                        String.join(" ", Packaged.words("-Dlbctl.terminal=true")), command, DashboardCluster.NAME));
        tmux.type("cd " + directory + "; export XDG_STATE_HOME=" + cluster.home() + "; bash top.sh");
        tmux.press("Enter");
        tmux.awaitText("● live");
        tmux.awaitLine("▌ balancer ready .*");
        assertThat(tmux.state("#{alternate_on}")).isEqualTo("1");
    }

    private void assertRestored() throws IOException {
        await().until(() -> Files.exists(directory.resolve("after")) && Files.size(directory.resolve("after")) > 0);
        assertThat(directory.resolve("after")).hasSameTextualContentAs(directory.resolve("before"));
        await().until(() -> tmux.state("#{alternate_on} #{cursor_flag} #{keypad_cursor_flag}")
                .equals("0 1 0"));
        assertThat(tmux.screen().replace("\n", ""))
                .as("what stood there, in lines of any width")
                .contains("bash top.sh")
                .doesNotContain("server-5");
        tmux.type("echo still $((40 + 2))");
        tmux.press("Enter");
        tmux.awaitText("still 42");
    }
}
