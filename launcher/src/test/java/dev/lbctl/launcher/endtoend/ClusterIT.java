package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole program: real commands, real processes, real traffic. */
@Timeout(120)
@ExtendWith(SharedCluster.class)
class ClusterIT {
    private static void awaitHealth(Lbctl lbctl, String server, boolean healthy) {
        await().atMost(Duration.ofSeconds(20)).until(() -> health(lbctl, server) == healthy);
    }

    private static boolean health(Lbctl lbctl, String server) throws IOException {
        for (JsonNode backend : Api.get(lbctl.adminPort, "/status").get("backend_servers")) {
            if (backend.get("name").asText().equals(server)) {
                return backend.get("healthy").asBoolean();
            }
        }
        return false;
    }

    @Test
    void requests_go_round_in_turn_and_a_thousand_are_spread_evenly(Lbctl lbctl) throws Exception {
        int asked = requests(lbctl);
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            turns.add(Load.ask(lbctl.port));
        }
        int first = Integer.parseInt(turns.get(0).substring("Server-".length()));
        for (int i = 0; i < 10; i++) {
            assertThat(turns.get(i)).as(turns.toString()).isEqualTo("Server-" + ((first + i - 1) % 5 + 1));
        }

        Load load = Load.of(lbctl.port, 4, 250);

        assertThat(load.failures).isEmpty();
        for (int i = 1; i <= 5; i++) {
            assertThat(load.answersOf("Server-" + i)).isEqualTo(200);
        }
        assertThat(requests(lbctl) - asked).isEqualTo(1_010);
    }

    private static int requests(Lbctl lbctl) throws IOException {
        return Api.get(lbctl.port, "/metrics").get("total_requests").asInt();
    }

    @Test
    void a_kill_under_load_costs_no_request_and_the_killed_one_stays_down_until_it_is_started(Lbctl lbctl)
            throws Exception {
        try (Load load = Load.steady(lbctl.port, 4)) {
            int known = cards(lbctl, "server-3").size();
            await().until(() -> load.total() > 200);

            assertThat(lbctl.run("kill", "server-3").exit()).isZero();
            awaitHealth(lbctl, "server-3", false);
            int served = load.answersOf("Server-3");
            int total = load.total();
            await().until(() -> load.total() > total + 300);

            await().until(() -> cards(lbctl, "server-3").size() > known);
            JsonNode card = cards(lbctl, "server-3").get(known);
            assertThat(card.get("cause").asText()).isEqualTo("killed");
            assertThat(card.get("noticed_ms").isNumber()).isTrue();
            assertThat(card.get("failed").asInt()).isZero();
            assertThat(load.answersOf("Server-3")).isEqualTo(served);
            assertThat(lbctl.node("server-3").get("state").asText()).isEqualTo("stopped");
            assertThat(load.failures).isEmpty();

            assertThat(lbctl.run("start", "server-3").exit()).isZero();
            await().until(() -> load.answersOf("Server-3") > served + 20);
            await().until(() -> cards(lbctl, "server-3").size() == known + 2);
            assertThat(cards(lbctl, "server-3").get(known + 1).get("back_ms").isNumber())
                    .isTrue();
            assertThat(load.failures).isEmpty();
        }
    }

    private static List<JsonNode> cards(Lbctl lbctl, String backend) throws IOException {
        List<JsonNode> cards = new ArrayList<>();
        for (String line : lbctl.run("events", "-o", "json").out().lines().toList()) {
            JsonNode event = Json.lenient().readTree(line);
            if (event.get("type").asText().equals("scorecard")
                    && event.get("subject").asText().equals(backend)) {
                cards.add(event.get("scorecard"));
            }
        }
        return cards;
    }

    @Test
    void a_stop_and_a_restart_under_load_cost_no_request(Lbctl lbctl) throws Exception {
        try (Load load = Load.steady(lbctl.port, 4)) {
            long before = lbctl.pid("server-2");

            assertThat(lbctl.run("stop", "server-1").exit()).isZero();
            assertThat(lbctl.run("restart", "server-2").exit()).isZero();
            assertThat(lbctl.run("start", "server-1").exit()).isZero();
            int total = load.total();
            await().until(() -> load.total() > total + 200);

            assertThat(lbctl.pid("server-2")).isNotEqualTo(before);
            assertThat(load.failures).isEmpty();
        }
    }

    @Test
    void a_server_that_crashes_is_restarted_and_no_client_notices(Lbctl lbctl) throws Exception {
        try (Load load = Load.steady(lbctl.port, 4)) {
            long crashed = lbctl.pid("server-4");
            int restarts = lbctl.node("server-4").get("restarts").asInt();
            await().until(() -> load.total() > 100);

            Lbctl.kill9(crashed);

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                JsonNode node = lbctl.node("server-4");
                return node.get("state").asText().equals("ready")
                        && node.get("pid").asLong() != crashed
                        && node.get("restarts").asInt() == restarts + 1;
            });
            awaitHealth(lbctl, "server-4", true);
            int served = load.answersOf("Server-4");
            await().until(() -> load.answersOf("Server-4") > served + 20);
            assertThat(load.failures).isEmpty();
        }
    }

    @Test
    void a_balancer_that_crashes_is_restarted_with_all_its_members(Lbctl lbctl) throws Exception {
        long crashed = lbctl.pid("balancer");

        Lbctl.kill9(crashed);
        await().until(() -> !Lbctl.runs(crashed));

        await().atMost(Duration.ofSeconds(20)).until(() -> Load.answers(lbctl.port));
        assertThat(lbctl.pid("balancer")).isNotEqualTo(crashed);
        assertThat(Load.of(lbctl.port, 1, 10).answers).hasSize(5);
    }

    @Test
    void an_unknown_node_is_a_usage_error_that_names_the_known_ones(Lbctl lbctl) throws Exception {
        Result kill = lbctl.run("kill", "server-33");

        assertThat(kill.exit()).isEqualTo(2);
        assertThat(kill.err()).contains("server-33", "server-3").doesNotContain("Exception");
    }
}
