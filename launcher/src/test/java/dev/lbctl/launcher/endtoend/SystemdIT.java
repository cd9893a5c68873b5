package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What systemd is told of a launcher, by a datagram socket as systemd has one. */
@Timeout(120)
class SystemdIT {
    /** Writes what it is told to its standard output, each message between two lines of its own. */
    private static final String RECEIVER = """
            import socket, sys
            inbox = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            inbox.bind(sys.argv[1])
            while True:
                print('<' + inbox.recv(4096).decode() + '>', flush=True)
            """;

    @TempDir
    private Path state = Path.of("");

    @Test
    void it_hears_when_the_cluster_serves_what_happens_and_when_it_ends_and_a_node_cannot_speak_for_it()
            throws Exception {
        Path heard = state.resolve("heard");
        Path socket = state.resolve("notify");
        Process systemd = new ProcessBuilder("python3", "-c", RECEIVER, socket.toString())
                .redirectOutput(heard.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Lbctl lbctl = new Lbctl(state)) {
            await().until(() -> Files.exists(socket));
            lbctl.variable("NOTIFY_SOCKET", socket.toString());
            Process launcher = start(lbctl);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Files.readString(heard).contains("READY=1"));

            assertThat(Files.readString(heard))
                    .contains("<READY=1\nMAINPID=" + launcher.pid() + "\nSTATUS=traffic is taken on http://127.0.0.1:"
                            + lbctl.port);
            assertThat(variables(lbctl.pid("server-1"))).noneMatch(each -> each.startsWith("NOTIFY_SOCKET"));
            assertThat(lbctl.run("kill", "server-1").exit()).isZero();
            await().until(() -> Files.readString(heard).contains("<STATUS=server-1 killed by you"));

            launcher.destroy();

            assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(heard)).contains("<STOPPING=1\nSTATUS=the cluster is stopping>");
        } finally {
            systemd.destroyForcibly();
        }
    }

    private Process start(Lbctl lbctl) throws IOException {
        List<String> words = new ArrayList<>(List.of("up", "--backends", "1"));
        words.addAll(lbctl.ports());
        return lbctl.start(state.resolve("out"), state.resolve("err"), words.toArray(String[]::new));
    }

    private static List<String> variables(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc", "" + pid, "environ")).split("\0", -1));
    }
}
