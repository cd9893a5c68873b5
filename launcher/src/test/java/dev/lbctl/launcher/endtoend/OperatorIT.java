package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an operator turns on a whole cluster while it runs. */
@Timeout(120)
@ExtendWith(SharedCluster.class)
class OperatorIT {
    @TempDir
    private Path state = Path.of("");

    @Test
    void what_an_operator_turned_outlives_the_balancer_but_not_the_cluster() throws Exception {
        try (Lbctl lbctl = started(4)) {
            run(lbctl, "drain", "server-1", "--for", "1h", "--wait");
            run(lbctl, "maint", "server-2");
            run(lbctl, "weight", "server-3", "3");
            run(lbctl, "algorithm", "weighted");
            JsonNode before = backend(lbctl, "server-1");
            long killed = lbctl.pid("balancer");

            Lbctl.kill9(killed);
            await().until(() -> !Lbctl.runs(killed));
            await().atMost(Duration.ofSeconds(20)).until(() -> Api.answers(lbctl.adminPort));

            assertThat(backend(lbctl, "server-1").get("duty").asText()).isEqualTo("drain");
            assertThat(backend(lbctl, "server-1").get("until")).isEqualTo(before.get("until"));
            assertThat(backend(lbctl, "server-2").get("duty").asText()).isEqualTo("maint");
            assertThat(backend(lbctl, "server-3").get("weight").asInt()).isEqualTo(3);
            assertThat(Api.get(lbctl.adminPort, "/algorithm").get("algorithm").asText())
                    .isEqualTo("weighted");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> backend(lbctl, "server-4").get("healthy").asBoolean());
            Load load = Load.of(lbctl.port, 1, 8);
            assertThat(load.answersOf("Server-3")).isEqualTo(6);
            assertThat(load.answersOf("Server-4")).isEqualTo(2);
            assertThat(lbctl.run("ps").out()).contains("drain, 59m", "maint");
            assertThat(lbctl.run("events").out())
                    .contains(
                            "server-2 is in maintenance, without traffic and probes: set by the operator, and kept over")
                    .contains(
                            "the pool default balances by weighted instead of round_robin: set by the operator, and kept");

            run(lbctl, "down");
            assertThat(lbctl.up("--backends", "4").exit()).isZero();
            assertThat(backend(lbctl, "server-1").get("duty").asText()).isEqualTo("ready");
            assertThat(backend(lbctl, "server-3").get("weight").asInt()).isEqualTo(1);
            assertThat(Api.get(lbctl.adminPort, "/algorithm").get("algorithm").asText())
                    .isEqualTo("round_robin");
        }
    }

    @Test
    void a_listener_that_comes_back_to_a_balancer_started_anew_is_told_of_the_gap(Lbctl lbctl) throws Exception {
        String id = first(lbctl, "", "id: ");
        long killed = lbctl.pid("balancer");
        Lbctl.kill9(killed);
        await().until(() -> !Lbctl.runs(killed));
        await().atMost(Duration.ofSeconds(20)).until(() -> Api.answers(lbctl.adminPort));

        assertThat(first(lbctl, id, "data: {\"id\""))
                .contains("\"type\":\"gap\"", "events are missing: the balancer was started anew at ");
    }

    private static String first(Lbctl lbctl, String lastEventId, String field) throws IOException {
        try (Stream<String> lines = Api.events(lbctl.adminPort, lastEventId)) {
            String line =
                    lines.filter(each -> each.startsWith(field)).findFirst().orElseThrow();
            return line.substring(line.indexOf(' ') + 1);
        }
    }

    @Test
    void a_duty_holds_over_a_restart_of_its_server_and_one_for_a_while_ends_by_itself(Lbctl lbctl) throws Exception {
        run(lbctl, "maint", "server-1");
        run(lbctl, "restart", "server-1", "server-2");
        assertThat(backend(lbctl, "server-1").get("duty").asText()).isEqualTo("maint");
        assertThat(backend(lbctl, "server-2").get("duty").asText()).isEqualTo("ready");

        run(lbctl, "drain", "server-2", "--for", "2s");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> backend(lbctl, "server-2").get("duty").asText().equals("ready"));
        assertThat(lbctl.run("events").out())
                .contains("server-2 gets nothing new: set by the operator for 2s, until ")
                .contains("server-2 may take traffic again: the time that the operator set is over");
        run(lbctl, "ready", "server-1");
    }

    @Test
    void no_change_of_duty_weight_or_algorithm_costs_a_request(Lbctl lbctl) throws Exception {
        try (Load load = Load.steady(lbctl.port, 4)) {
            for (JsonNode algorithm : Api.get(lbctl.adminPort, "/algorithm").get("available")) {
                run(lbctl, "algorithm", algorithm.asText());
            }
            run(lbctl, "weight", "server-2", "5");
            run(lbctl, "drain", "server-1", "--wait");
            int served = load.answersOf("Server-1");
            int total = load.total();
            await().until(() -> load.total() > total + 100);
            assertThat(load.answersOf("Server-1")).isEqualTo(served);
            run(lbctl, "ready", "server-1", "--wait");
            run(lbctl, "weight", "server-2", "1");
            run(lbctl, "algorithm", "round_robin");
            assertThat(load.failures).isEmpty();
        }
    }

    @Test
    void events_are_followed_until_the_cluster_ends() throws Exception {
        Path out = state.resolve("events.out");
        try (Lbctl lbctl = started(1)) {
            Process events = lbctl.start(out, state.resolve("events.err"), "events", "-f", "-o", "json");
            await().until(() -> Files.readString(out).contains("\"ready\""));
            run(lbctl, "drain", "server-1");
            await().until(() -> Files.readString(out).contains("server-1 gets nothing new"));
            run(lbctl, "down");
            assertThat(events.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(events.exitValue()).isZero();
        }
    }

    private Lbctl started(int backends) throws IOException {
        Lbctl lbctl = new Lbctl(state);
        Result up = lbctl.up("--backends", "" + backends);
        assertThat(up.exit()).as(up.out() + up.err() + lbctl.logs()).isZero();
        return lbctl;
    }

    private static void run(Lbctl lbctl, String... words) throws IOException {
        Result result = lbctl.run(words);
        assertThat(result.exit())
                .as(String.join(" ", words) + ": " + result.err())
                .isZero();
    }

    private static JsonNode backend(Lbctl lbctl, String name) throws IOException {
        for (JsonNode backend : Api.get(lbctl.adminPort, "/backends").get("backends")) {
            if (backend.get("name").asText().equals(name)) {
                return backend;
            }
        }
        throw new AssertionError("no backend " + name);
    }
}
