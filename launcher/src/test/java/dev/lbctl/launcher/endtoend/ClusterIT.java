package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program: real commands, real processes, real traffic. */
@Timeout(120)
class ClusterIT {
    @TempDir
    private Path state = Path.of("");

    private Lbctl started() throws IOException {
        Lbctl lbctl = new Lbctl(state);
        Result up = lbctl.up("--backends", "5");
        assertThat(up.exit()).as(up.out() + up.err() + lbctl.logs()).isZero();
        return lbctl;
    }

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
    void requests_go_round_in_turn_and_a_thousand_are_spread_evenly() throws Exception {
        try (Lbctl lbctl = started()) {
            List<String> first = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                first.add(Load.ask(lbctl.port));
            }
            assertThat(first)
                    .containsExactly(
                            "Server-1",
                            "Server-2",
                            "Server-3",
                            "Server-4",
                            "Server-5",
                            "Server-1",
                            "Server-2",
                            "Server-3",
                            "Server-4",
                            "Server-5");

            Load load = Load.of(lbctl.port, 4, 250);

            assertThat(load.failures).isEmpty();
            for (int i = 1; i <= 5; i++) {
                assertThat(load.answersOf("Server-" + i)).isEqualTo(200);
            }
            assertThat(Api.get(lbctl.port, "/metrics").get("total_requests").asInt())
                    .isEqualTo(1_010);
        }
    }

    @Test
    void a_kill_under_load_costs_no_request_and_the_killed_one_stays_down_until_it_is_started() throws Exception {
        try (Lbctl lbctl = started();
                Load load = Load.steady(lbctl.port, 4)) {
            await().until(() -> load.total() > 200);

            assertThat(lbctl.run("kill", "server-3").exit()).isZero();
            awaitHealth(lbctl, "server-3", false);
            int served = load.answersOf("Server-3");
            int total = load.total();
            await().until(() -> load.total() > total + 300);

            await().until(() -> !cards(lbctl, "server-3").isEmpty());
            JsonNode card = cards(lbctl, "server-3").get(0);
            assertThat(card.get("cause").asText()).isEqualTo("killed");
            assertThat(card.get("noticed_ms").isNumber()).isTrue();
            assertThat(card.get("failed").asInt()).isZero();
            assertThat(load.answersOf("Server-3")).isEqualTo(served);
            assertThat(lbctl.node("server-3").get("state").asText()).isEqualTo("stopped");
            assertThat(load.failures).isEmpty();

            assertThat(lbctl.run("start", "server-3").exit()).isZero();
            await().until(() -> load.answersOf("Server-3") > served + 20);
            await().until(() -> cards(lbctl, "server-3").size() == 2);
            assertThat(cards(lbctl, "server-3").get(1).get("back_ms").isNumber())
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
    void a_stop_and_a_restart_under_load_cost_no_request() throws Exception {
        try (Lbctl lbctl = started();
                Load load = Load.steady(lbctl.port, 4)) {
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
    void a_server_that_crashes_is_restarted_and_no_client_notices() throws Exception {
        try (Lbctl lbctl = started();
                Load load = Load.steady(lbctl.port, 4)) {
            long crashed = lbctl.pid("server-4");
            await().until(() -> load.total() > 100);

            Lbctl.kill9(crashed);

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                JsonNode node = lbctl.node("server-4");
                return node.get("state").asText().equals("ready")
                        && node.get("pid").asLong() != crashed
                        && node.get("restarts").asInt() == 1;
            });
            awaitHealth(lbctl, "server-4", true);
            int served = load.answersOf("Server-4");
            await().until(() -> load.answersOf("Server-4") > served + 20);
            assertThat(load.failures).isEmpty();
        }
    }

    @Test
    void a_balancer_that_crashes_is_restarted_with_all_its_members() throws Exception {
        try (Lbctl lbctl = started()) {
            long crashed = lbctl.pid("balancer");

            Lbctl.kill9(crashed);
            await().until(() -> !Lbctl.runs(crashed));

            await().atMost(Duration.ofSeconds(20)).until(() -> Load.answers(lbctl.port));
            assertThat(lbctl.pid("balancer")).isNotEqualTo(crashed);
            assertThat(Load.of(lbctl.port, 1, 10).answers).hasSize(5);
        }
    }

    @Test
    void a_cluster_whose_launcher_was_killed_goes_on_and_the_next_up_adopts_it() throws Exception {
        try (Lbctl lbctl = started();
                Load load = Load.steady(lbctl.port, 2)) {
            List<Long> nodes = nodePids(lbctl);
            long launcher = lbctl.status().get("launcher_pid").asLong();

            Lbctl.kill9(launcher);
            await().until(() -> !Lbctl.runs(launcher));
            Result ps = lbctl.run("ps");
            assertThat(ps.exit()).isZero();
            assertThat(ps.out()).contains("balancer", "server-5");
            assertThat(ps.err()).contains("up").contains("down");

            Result up = lbctl.up("--backends", "5");
            assertThat(up.exit()).as(up.err()).isZero();
            assertThat(nodePids(lbctl)).isEqualTo(nodes);
            int total = load.total();
            await().until(() -> load.total() > total + 100);
            assertThat(load.failures).isEmpty();
            load.end();

            List<Long> all = lbctl.pids();
            assertThat(lbctl.run("down").exit()).isZero();
            assertThat(all).noneMatch(Lbctl::runs);
            assertThat(lbctl.portsAreFree()).isTrue();
        }
    }

    @Test
    void down_ends_what_a_killed_launcher_left() throws Exception {
        try (Lbctl lbctl = started()) {
            List<Long> all = lbctl.pids();
            Lbctl.kill9(lbctl.status().get("launcher_pid").asLong());

            assertThat(lbctl.run("down").exit()).isZero();

            assertThat(all).noneMatch(Lbctl::runs);
            assertThat(lbctl.portsAreFree()).isTrue();
            assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        }
    }

    @Test
    void an_unknown_node_is_a_usage_error_that_names_the_known_ones() throws Exception {
        try (Lbctl lbctl = started()) {
            Result kill = lbctl.run("kill", "server-33");

            assertThat(kill.exit()).isEqualTo(2);
            assertThat(kill.err()).contains("server-33", "server-3").doesNotContain("Exception");
        }
    }

    @Test
    void without_a_cluster_a_command_says_what_to_type() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        for (String verb : List.of("ps", "down", "token")) {
            Result result = lbctl.run(verb);

            assertThat(result.exit()).as(verb).isEqualTo(3);
            assertThat(result.err()).contains("lbctl up");
        }
    }

    @Test
    void a_broken_configuration_is_told_with_its_place_and_nothing_starts() throws Exception {
        Path file = Files.writeString(state.resolve("my.yaml"), "pools:\n  default:\n    algoritm: round_robin\n");
        Lbctl lbctl = new Lbctl(state);

        Result up = lbctl.up("-f", file.toString());

        assertThat(up.exit()).isEqualTo(2);
        assertThat(up.err()).contains("my.yaml:3:5", "algorithm").doesNotContain("Exception");
        assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        assertThat(lbctl.portsAreFree()).isTrue();
    }

    @Test
    void a_taken_traffic_port_is_named_with_its_holder_and_nothing_stays_behind() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        try (ServerSocket taken = new ServerSocket(lbctl.port, 1, InetAddress.getLoopbackAddress())) {
            Result up = lbctl.up("--backends", "1");

            assertThat(taken.isBound()).isTrue();
            assertThat(up.exit()).isEqualTo(1);
            assertThat(up.err())
                    .contains(String.valueOf(lbctl.port))
                    .contains(String.valueOf(ProcessHandle.current().pid()))
                    .doesNotContain("Exception");
        }
        assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        assertThat(lbctl.portsAreFree()).isTrue();
    }

    @Test
    void a_sample_server_moves_on_from_a_taken_port() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        try (ServerSocket taken = new ServerSocket(lbctl.firstPort, 1, InetAddress.getLoopbackAddress());
                lbctl) {
            assertThat(lbctl.up("--backends", "2").exit()).isZero();

            assertThat(lbctl.node("server-1").get("address").asText()).doesNotEndWith(":" + taken.getLocalPort());
            assertThat(Load.of(lbctl.port, 1, 4).answers).hasSize(2);
        }
    }

    @Test
    void two_clusters_live_side_by_side() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            assertThat(lbctl.up("--backends", "1").exit()).isZero();
            Lbctl other = new Lbctl(state);
            Result up = other.up("--backends", "1", "--name", "second");
            assertThat(up.exit()).as(up.err()).isZero();

            assertThat(Load.answers(lbctl.port)).isTrue();
            assertThat(Load.answers(other.port)).isTrue();
            assertThat(lbctl.run("down", "--name", "second").exit()).isZero();
            assertThat(Load.answers(lbctl.port)).isTrue();
            assertThat(other.portsAreFree()).isTrue();
        }
    }

    private static List<Long> nodePids(Lbctl lbctl) throws IOException {
        List<Long> pids = new ArrayList<>();
        lbctl.status().get("nodes").forEach(node -> pids.add(node.get("pid").asLong()));
        return pids;
    }
}
