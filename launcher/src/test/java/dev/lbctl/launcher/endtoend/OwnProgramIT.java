package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a program that is not ours, under load: scaled, crashed, restarted in turn, by a launcher that dies meanwhile. */
@Timeout(180)
class OwnProgramIT {
    /** Takes its time to begin and to end, so that it can be met at both. */
    private static final String APP = """
            import http.server, os, signal, sys, time
            name = os.environ['LBCTL_NODE']
            class Handler(http.server.BaseHTTPRequestHandler):
                protocol_version = 'HTTP/1.1'
                def do_GET(self):
                    body = ('{"server": "%s"}' % name).encode()
                    self.send_response(200)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def log_message(self, *words):
                    pass
            def end(signal, frame):
                time.sleep(float(os.environ.get('SLOW', '0')))
                os._exit(0)
            signal.signal(signal.SIGTERM, end)
            time.sleep(float(os.environ.get('SLOW', '0')))
            class Server(http.server.ThreadingHTTPServer):
                request_queue_size = 128
            Server(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
            """;

    @TempDir
    private Path state = Path.of("");

    @Test
    void scaling_a_crash_and_a_rolling_restart_under_load_cost_no_request() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            run(lbctl, "2", "0");
            try (Load load = Load.steady(lbctl.port, 2)) {
                assertThat(lbctl.run("scale", "4").exit()).isZero();
                await().until(() -> load.answersOf("server-4") > 20);
                Set<Long> before = pids(lbctl);

                Result rolled = lbctl.run("restart", "--rolling");

                assertThat(rolled.exit()).as(rolled.err()).isZero();
                assertThat(rolled.err()).contains("server-1 is back", "restarted 4 nodes");
                assertThat(pids(lbctl)).hasSize(4).doesNotContainAnyElementsOf(before);

                Lbctl.kill9(lbctl.pid("server-2"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> lbctl.node("server-2").get("restarts").asInt() == 1
                                && lbctl.node("server-2").get("state").asText().equals("ready"));

                assertThat(lbctl.run("scale", "1").exit()).isZero();
                assertThat(pids(lbctl)).hasSize(1);
                assertThat(load.failures).isEmpty();

                theOnlyCopyComesBack(lbctl, load);
                assertThat(load.failures).isEmpty();
            }
        }
    }

    /** Each time, requests wait while nobody can serve. */
    private static void theOnlyCopyComesBack(Lbctl lbctl, Load load) throws IOException {
        assertThat(lbctl.run("restart", "server-1").exit()).isZero();
        assertThat(lbctl.run("restart", "--rolling").exit()).isZero();
        int restarts = lbctl.node("server-1").get("restarts").asInt();
        Lbctl.kill9(lbctl.pid("server-1"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lbctl.node("server-1").get("restarts").asInt() == restarts + 1
                        && lbctl.node("server-1").get("state").asText().equals("ready"));
        int served = load.answersOf("server-1");
        await().until(() -> load.answersOf("server-1") > served + 20);
    }

    @Test
    void a_rolling_restart_whose_launcher_dies_at_any_step_is_finished_by_the_next_one() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            run(lbctl, "2", "0.4");
            try (Load load = Load.steady(lbctl.port, 2)) {
                for (Step step : Step.ALL) {
                    Set<Long> before = pids(lbctl);
                    Path out = state.resolve("rolling-" + step.node() + "-" + step.state());
                    lbctl.start(out, out, "restart", "--rolling");
                    awaitStep(lbctl, step);
                    Lbctl.kill9(lbctl.status().get("launcher_pid").asLong());

                    run(lbctl, "2", "0.4");

                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> !Api.get(lbctl.managementPort, "/rolling")
                                    .get("running")
                                    .asBoolean());
                    assertThat(pids(lbctl)).as(step.toString()).hasSize(2).doesNotContainAnyElementsOf(before);
                    assertThat(duties(lbctl)).as(step.toString()).containsExactly("ready", "ready");
                    assertThat(load.failures).as(step.toString()).isEmpty();
                }
                theNextUpGoesOnWithWhatRuns(lbctl);
                Set<Long> before = pids(lbctl);
                Lbctl.kill9(lbctl.status().get("launcher_pid").asLong());

                run(lbctl, "1", "0.1");

                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(pids(lbctl))
                                .as("one node, that runs with another variable")
                                .hasSize(1)
                                .doesNotContainAnyElementsOf(before));
                assertThat(load.failures).isEmpty();
            }
        }
    }

    /** And is not taken for the sample servers that it starts otherwise. */
    private static void theNextUpGoesOnWithWhatRuns(Lbctl lbctl) throws IOException {
        Set<Long> before = pids(lbctl);
        Lbctl.kill9(lbctl.status().get("launcher_pid").asLong());

        Result samples = lbctl.up("--backends", "2");
        assertThat(samples.exit()).isEqualTo(1);
        assertThat(samples.err()).contains("was started by: lbctl run --copies=2", "lbctl up alone goes on with it");

        Result up = lbctl.run("up", "-d");
        assertThat(up.exit()).as(up.err() + lbctl.logs()).isZero();
        assertThat(up.err()).contains("going on with what still runs, started by: lbctl run --copies=2");
        assertThat(pids(lbctl)).isEqualTo(before);
    }

    private void run(Lbctl lbctl, String copies, String slow) throws IOException {
        Path app = Files.writeString(state.resolve("app.py"), APP);
        List<String> words = new ArrayList<>(List.of("run", "-d", "-n", copies, "--env", "SLOW=" + slow));
        words.addAll(lbctl.ports());
        words.addAll(List.of("--", "python3", app.toString()));
        Result up = lbctl.run(words.toArray(String[]::new));
        assertThat(up.exit()).as(up.out() + up.err() + lbctl.logs()).isZero();
    }

    /** Where a rolling restart is. */
    private record Step(String node, String state) {
        static final List<Step> ALL = List.of(
                new Step("server-1", "stopping"), new Step("server-1", "starting"), new Step("server-2", "stopping"));
    }

    private static void awaitStep(Lbctl lbctl, Step step) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    JsonNode found = Api.get(lbctl.managementPort, "/nodes/" + step.node());
                    return found.get("state").asText().equals(step.state());
                });
    }

    private static Set<Long> pids(Lbctl lbctl) throws IOException {
        Set<Long> pids = new TreeSet<>();
        for (JsonNode node : Api.get(lbctl.managementPort, "/nodes").get("nodes")) {
            if (node.get("role").asText().equals("server")) {
                pids.add(node.get("pid").asLong());
            }
        }
        return pids;
    }

    private static List<String> duties(Lbctl lbctl) throws IOException {
        List<String> duties = new ArrayList<>();
        Api.get(lbctl.adminPort, "/backends")
                .get("backends")
                .forEach(backend -> duties.add(backend.get("duty").asText()));
        return duties;
    }
}
