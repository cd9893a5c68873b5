package dev.lbctl.launcher.supervisor;

import static dev.lbctl.launcher.node.NodeState.READY;
import static dev.lbctl.launcher.node.NodeState.STOPPED;
import static dev.lbctl.launcher.supervisor.TestCluster.SHELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.StartResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are not ours, with children and habits of their own: shells, and Python to listen. */
@Timeout(120)
class ProgramIT {
    private static final String LISTEN = "python3 -m http.server $PORT --bind 127.0.0.1";
    /** The pids of what the script has started before, one a line. */
    private static final String NOTE = " & echo $! >>pids; ";

    @TempDir
    Path home;

    @Test
    void a_stop_ends_what_a_program_has_started_with_it() throws IOException {
        try (TestCluster cluster = cluster("sleep 1000" + NOTE + "sleep 1000" + NOTE + LISTEN)) {
            cluster.launch();

            NodeView stopped = cluster.done(cluster.supervisor().stop("server-1"));

            assertThat(stopped.state()).isEqualTo(STOPPED);
            assertThat(noted(cluster)).hasSize(2).noneMatch(ProgramIT::runs);
        }
    }

    @Test
    void who_ignores_its_stop_signal_is_killed_with_all_that_it_has_started() throws IOException {
        try (TestCluster cluster = cluster("trap '' INT TERM; sleep 1000" + NOTE + LISTEN)) {
            cluster.launch();
            long pid = cluster.process("server-1").pid();

            NodeView stopped = cluster.done(cluster.supervisor().stop("server-1"));

            assertThat(stopped.state()).isEqualTo(STOPPED);
            assertThat(runs(pid)).isFalse();
            assertThat(noted(cluster)).hasSize(1).noneMatch(ProgramIT::runs);
        }
    }

    @Test
    void a_program_is_asked_to_end_by_the_signal_that_was_configured() throws IOException {
        try (TestCluster cluster = cluster(LISTEN + NOTE + "trap 'echo interrupted; exit 0' INT; wait; wait")) {
            cluster.launch();

            cluster.done(cluster.supervisor().stop("server-1"));

            assertThat(cluster.directory().log("server-1").tail(5)).contains("interrupted");
        }
    }

    @Test
    void what_a_crashed_program_leaves_behind_is_ended_before_it_is_started_again() throws IOException {
        try (TestCluster cluster = cluster("trap '' INT; sleep 1000" + NOTE + LISTEN)) {
            cluster.launch();
            long orphan = noted(cluster).get(0);

            cluster.process("server-1").destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> cluster.node("server-1").crashes() == 1
                            && cluster.node("server-1").state() == READY);
            assertThat(runs(orphan)).isFalse();
        }
    }

    @Test
    void a_server_in_node_is_ready_when_it_listens_comes_back_after_a_crash_and_ends_when_it_is_asked_to()
            throws Exception {
        assumeThat(onPath("node")).as("node is installed").isTrue();
        String answer = "require('http').createServer((ask, tell) => tell.end('node ' + process.env.PORT))";
        try (TestCluster cluster = cluster("exec node -e \"" + answer + ".listen($PORT, '127.0.0.1')\"")) {
            cluster.launch();
            String url = cluster.node("server-1").spec().address().url();
            assertThat(read(url)).isEqualTo("node " + URI.create(url).getPort());

            cluster.process("server-1").destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> cluster.node("server-1").crashes() == 1
                            && cluster.node("server-1").state() == READY);
            assertThat(read(cluster.node("server-1").spec().address().url())).startsWith("node ");
            long pid = cluster.process("server-1").pid();
            assertThat(cluster.done(cluster.supervisor().stop("server-1")).state())
                    .isEqualTo(STOPPED);
            assertThat(runs(pid)).isFalse();
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static String read(String url) throws IOException {
        try (InputStream answer = URI.create(url).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_kill_kills_what_the_program_has_started_too() throws IOException {
        try (TestCluster cluster = cluster("sleep 1000" + NOTE + LISTEN)) {
            cluster.launch();

            cluster.done(cluster.supervisor().kill("server-1", false));

            assertThat(noted(cluster)).hasSize(1).noneMatch(ProgramIT::runs);
        }
    }

    @Test
    void a_crash_is_told_with_exit_code_and_last_words() throws IOException {
        try (TestCluster cluster = cluster("echo oh; echo dear; exit 7")) {
            StartResult result = cluster.launch();

            assertThat(result)
                    .isInstanceOfSatisfying(
                            StartResult.Failed.class,
                            failed -> assertThat(failed.node().reason())
                                    .isEqualTo("exited with code 7 before it was ready"));
            assertThat(told(cluster, "crashed")).contains("exited with code 7").contains("last words: oh | dear;");
        }
    }

    @Test
    void who_is_not_to_be_started_again_stays_down_when_it_ends() throws IOException {
        try (TestCluster cluster = cluster("never:" + LISTEN)) {
            cluster.launch();

            cluster.process("server-1").destroy();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> cluster.node("server-1").state() == STOPPED);
            assertThat(told(cluster, "ended")).contains("ended by SIGTERM").contains("restart: never");
        }
    }

    @Test
    void who_listens_elsewhere_is_told_where_it_should() throws IOException {
        int elsewhere = freePort();
        try (TestCluster cluster = cluster(": mute; exec python3 -m http.server " + elsewhere + " --bind 127.0.0.1")) {
            assertThat(cluster.launch())
                    .isInstanceOfSatisfying(
                            StartResult.Failed.class,
                            failed -> assertThat(failed.node().reason())
                                    .contains("did not listen on port "
                                            + failed.node().spec().address().port())
                                    .contains("it listens on " + elsewhere + " instead")
                                    .contains("$PORT"));
        }
    }

    @Test
    void who_listens_elsewhere_is_told_so_while_it_is_waited_for() throws IOException {
        int elsewhere = freePort();
        try (TestCluster cluster = cluster(": $PORT; exec python3 -m http.server " + elsewhere + " --bind 127.0.0.1")) {
            cluster.supervisor().launch(Map.of());

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> assertThat(cluster.eventTypes("server-1")).contains("waiting"));
            assertThat(told(cluster, "waiting"))
                    .contains("server-1 is not ready yet", "it listens on " + elsewhere + " instead", "$PORT");
        }
    }

    @Test
    void a_port_that_was_taken_between_pick_and_start_is_given_up_for_the_next() throws IOException {
        String waits = "until [ -e go ]; do sleep 0.02; done; exec " + LISTEN;
        try (TestCluster cluster = new TestCluster(home, "serve", SHELL + waits, SHELL + LISTEN)) {
            cluster.supervisor().launch(Map.of());
            await().until(() -> cluster.node("server-1").pid() != null);
            int port = cluster.node("server-1").spec().address().port();
            try (ServerSocket taken = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
                Files.createFile(cluster.directory().path().resolve("go"));

                await().atMost(Duration.ofSeconds(30))
                        .until(() -> cluster.node("server-1").crashes() > 0
                                && cluster.node("server-1").state() == READY);
                assertThat(cluster.node("server-1").spec().address().port()).isNotEqualTo(taken.getLocalPort());
                assertThat(told(cluster, "crashed")).contains("port " + port + " is taken by");
            }
        }
    }

    private TestCluster cluster(String script) throws IOException {
        return new TestCluster(home, "serve", SHELL + script);
    }

    private static List<Long> noted(TestCluster cluster) throws IOException {
        return Files.readAllLines(cluster.directory().path().resolve("pids")).stream()
                .map(Long::valueOf)
                .toList();
    }

    private static String told(TestCluster cluster, String type) {
        return cluster.events().after(0, 1000).stream()
                .map(one -> one.event())
                .filter(event -> event.type().equals(type))
                .map(event -> event.message())
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A zombie does not. */
    private static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }
}
