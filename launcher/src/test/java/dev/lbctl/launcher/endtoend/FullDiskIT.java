package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run directory on a disk of a few megabytes, which only root can mount; elsewhere this test skips. */
@Timeout(180)
class FullDiskIT {
    /** Writes a line each tenth of a second, and serves; a line that cannot be written ends it no more than it should. */
    private static final String CHATTER = """
            import http.server, os, threading, time
            def chat():
                while True:
                    try:
                        os.write(1, b'still here\\n')
                    except OSError:
                        pass
                    time.sleep(0.1)
            threading.Thread(target=chat, daemon=True).start()
            class Quiet(http.server.SimpleHTTPRequestHandler):
                def log_message(self, *words):
                    pass
            http.server.ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Quiet).serve_forever()
            """;

    @TempDir
    private Path elsewhere = Path.of("");

    @TempDir
    private Path disk = Path.of("");

    @Test
    void on_a_full_disk_all_live_on_crashes_are_healed_the_loss_is_told_once_and_logs_go_on_afterwards()
            throws Exception {
        assumeThat(call("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()))
                .as("a tmpfs can be mounted")
                .isZero();
        try (Lbctl lbctl = started()) {
            Path ballast = fill();
            await().atMost(Duration.ofSeconds(20)).until(() -> told(lbctl, "is full") == 1);

            assertThat(lbctl.run("kill", "--crash", "server-1").exit()).isZero();
            Lbctl.kill9(lbctl.pid("balancer"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> restarts(lbctl, "server-1") && restarts(lbctl, "balancer"));
            await().atMost(Duration.ofSeconds(20)).until(() -> answers(lbctl.port));
            assertThat(told(lbctl, "is full")).isEqualTo(1);
            assertThat(told(lbctl, "room for logs again")).isZero();

            Files.delete(ballast);
            await().atMost(Duration.ofSeconds(20)).until(() -> told(lbctl, "room for logs again") == 1);
            Path log = disk.resolve("lbctl/default/logs/server-2.log");
            long size = Files.size(log);
            await().until(() -> Files.size(log) > size);
            assertThat(lbctl.run("down").exit()).isZero();
        } finally {
            assertThat(call("umount", disk.toString())).isZero();
        }
    }

    private Lbctl started() throws IOException {
        Lbctl lbctl = new Lbctl(elsewhere);
        lbctl.variable("XDG_STATE_HOME", disk.toString());
        lbctl.variable("LBCTL_PORT", "" + lbctl.port);
        lbctl.variable("LBCTL_ADMIN_PORT", "" + lbctl.adminPort);
        lbctl.variable("LBCTL_MANAGEMENT_PORT", "" + lbctl.managementPort);
        Path app = Files.writeString(elsewhere.resolve("app.py"), CHATTER);
        Lbctl.Result run = lbctl.run("run", "-n", "2", "-d", "--", "python3", app.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return lbctl;
    }

    /** To the last byte. */
    private Path fill() {
        Path ballast = disk.resolve("ballast");
        for (int piece = 1 << 20; piece > 0; piece /= 2) {
            try {
                while (true) {
                    Files.write(ballast, new byte[piece], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            } catch (IOException full) {
                // smaller pieces may still fit
            }
        }
        return ballast;
    }

    private static boolean answers(int port) throws IOException {
        HttpURLConnection asked = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
        try {
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long told(Lbctl lbctl, String words) throws IOException {
        return lbctl.run("events")
                .out()
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    private static boolean restarts(Lbctl lbctl, String name) throws IOException {
        JsonNode node = lbctl.node(name);
        return node.get("state").asText().equals("ready")
                && node.get("restarts").asInt() == 1;
    }

    private static int call(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).start().waitFor();
    }
}
