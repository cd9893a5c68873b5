package dev.lbctl.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Outcome;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs of several pools, in Python, Java and the shell, behind a real balancer. */
@Timeout(120)
class OwnProgramsIT {
    private static final String ANSWER_ENVIRONMENT = """
            import http.server, os, sys
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    body = ' '.join(sys.argv[1:] + [os.environ[name] for name in ('LBCTL_NODE', 'A', 'B')] + [os.getcwd()])
                    self.send_response(200)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body.encode())
            http.server.ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
            """;

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pools_of_several_programs_answer_each_for_its_routes() throws Exception {
        Path app = Files.createDirectory(home.resolve("app"));
        Files.writeString(app.resolve("app.py"), ANSWER_ENVIRONMENT);
        Files.writeString(home.resolve("app.env"), "A=of the file\nB=of the file\n");
        Path file = Files.writeString(home.resolve("lbctl.yaml"), """
                listener: { address: "127.0.0.1:0" }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools:
                  default: { run: { sample: 1, first_port: 24000 } }
                  api:
                    run:
                      command: [python3, app.py, "{name}-{index}", "$PORT"]
                      copies: 2
                      directory: app
                      environment: { A: of the configuration }
                      env_file: app.env
                      watch: [app]
                      first_port: 24000
                    health: { type: tcp }
                  files:
                    run: { command: "cd app && python3 -m http.server {port} --bind 127.0.0.1", first_port: 24000 }
                    health: { path: / }
                routes:
                  - { pool: default }
                  - { path: /api, pool: api }
                  - { path: /files, pool: files, strip_prefix: true }
                """);
        RunDirectory directory = RunDirectory.of("it", Map.of("XDG_STATE_HOME", home.toString()));
        Launcher launcher = Launcher.start(new Source(config(file), file, () -> ConfigFile.read(file)), directory);
        try {
            assertThat(launcher.awaitReady()).isInstanceOf(StartResult.Started.class);
            ClusterRecord cluster = directory.clusterRecord().read().orElseThrow();
            String url = cluster.listener().url();

            assertThat(launcher.status().nodes())
                    .extracting(node -> node.name())
                    .containsExactly("balancer", "server-1", "api-1", "api-2", "files-1");
            assertThat(get(url + "/")).contains("Server-1");
            assertThat(Stream.of(get(url + "/api"), get(url + "/api")))
                    .containsExactlyInAnyOrderElementsOf(List.of(
                            "api-1-1 $PORT api-1 of the configuration of the file " + app,
                            "api-2-2 $PORT api-2 of the configuration of the file " + app));
            assertThat(get(url + "/files/app.py")).isEqualTo(ANSWER_ENVIRONMENT);

            Files.writeString(app.resolve("app.py"), ANSWER_ENVIRONMENT.replace("os.getcwd()", "'changed'"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> List.of(get(url + "/api"), get(url + "/api")).stream()
                            .allMatch(answer -> answer.endsWith("changed")));
            assertThat(launcher.status().nodes()).allMatch(node -> node.restarts() == 0);

            a_changed_file_is_gone_over_to_without_a_request_lost(launcher, file, url);
        } finally {
            launcher.shutdown();
            launcher.awaitStopped();
        }
    }

    private void a_changed_file_is_gone_over_to_without_a_request_lost(Launcher launcher, Path file, String url)
            throws Exception {
        String before = Files.readString(file);
        Files.writeString(file, before.replace("copies: 2", "copies: many").replace("8", "x"));
        assertThat(launcher.reload("test")).isInstanceOf(Outcome.Invalid.class);
        Files.writeString(file, before.replace("routes:", "  broken: { run: { command: exit 3 } }\nroutes:"));
        await().untilAsserted(() -> assertThat(launcher.reload("test")) // Not while the restart above goes on.
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.why()).contains("broken-1 did not become ready")));
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread client = new Thread(() -> {
            while (!over.get()) {
                answers.add(answer(url + "/api"));
            }
        });
        client.start();

        Files.writeString(
                file,
                before.replace("path: /files, pool: files", "path: /new, pool: new")
                        .replace("files:", "new:")
                        .replace("copies: 2", "copies: 3")
                        .replace("A: of the configuration", "A: anew"));
        assertThat(launcher.reload("test"))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.nodes())
                                .containsExactly(
                                        "new: 1 node started",
                                        "files: its nodes stopped",
                                        "api: 3 nodes",
                                        "api: its nodes restarted in turn"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> answers.stream()
                                .filter(answer -> answer.contains(" anew "))
                                .map(answer -> answer.replaceFirst(" .*", ""))
                                .distinct()
                                .count()
                        == 3);
        over.set(true);
        client.join();
        assertThat(answers).allMatch(answer -> answer.startsWith("api-"));
        assertThat(get(url + "/new/app.py")).contains("http.server");
        assertThat(launcher.status().nodes())
                .extracting(node -> node.name())
                .containsExactly("balancer", "server-1", "api-1", "api-2", "api-3", "new-1");
        assertThat(launcher.events().after(0, 1000))
                .extracting(numbered -> numbered.event().type())
                .contains("reload_refused", "reloaded");
    }

    private String answer(String url) {
        try {
            return get(url);
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    private static LbConfig config(Path file) {
        return ((ConfigResult.Valid) ConfigFile.read(file)).config();
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
