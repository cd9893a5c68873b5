package dev.lbctl.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.management.ClusterReport;
import dev.lbctl.launcher.management.ManagementServer;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.supervisor.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands against a management server and small nodes; this process plays the launcher. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {
    private final Path home;
    private final TestCluster cluster;
    private final ManagementServer server;
    private final String token;

    CommandsIT(@TempDir Path home) throws IOException {
        this.home = home;
        Address management = PortPicker.resolve(new Address("127.0.0.1", 0));
        ClusterRecord record = new ClusterRecord(
                "test", Identity.current(), new Address("127.0.0.1", 1), new Address("127.0.0.1", 2), management);
        cluster = new TestCluster(home, "serve", "serve", "serve");
        token = cluster.directory().token().create();
        cluster.directory().clusterRecord().write(record);
        ClusterReport report = new ClusterReport(record, cluster.supervisor(), InstantSource.system());
        server = new ManagementServer(
                record,
                token,
                cluster.supervisor(),
                new ManagementServer.Sources(report, cluster.events(), cluster.reload()));
    }

    @BeforeAll
    void launch() {
        cluster.launch();
    }

    @AfterAll
    void close() {
        cluster.close();
        server.close();
    }

    @Test
    void ps_shows_the_nodes_as_a_table_as_json_and_by_name() throws IOException {
        assertThat(typed("ps").out().lines().map(line -> line.split(" +", -1)[0]))
                .containsExactly("NODE", "balancer", "server-1", "server-2");
        assertThat(typed("status -o name").out()).isEqualTo("balancer\nserver-1\nserver-2\n");
        JsonNode json = Json.strict().readTree(typed("ps -o json").out());
        assertThat(json.path("phase").asText()).isEqualTo("ready");
        assertThat(json.path("nodes")).hasSize(3);
    }

    @Test
    void ps_tells_what_nodes_take_of_the_machine() {
        assertThat(typed("ps -o wide").out())
                .contains("CPU", "MEMORY", "FILES")
                .containsPattern("server-1 .*% .*iB +\\d+");
    }

    @Test
    void an_unknown_node_is_told_with_the_known_ones_before_anything_is_done() {
        Typed typed = typed("kill server-1 sever-2");

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
                lbctl: there is no node "sever-2"; did you mean server-2?
                  known are: balancer, server-1, server-2
                """);
        assertThat(typed("ps").out()).doesNotContain("killed");
    }

    @Test
    void a_killed_node_stays_down_until_it_is_started() {
        Typed killed = typed("kill server-2");
        assertThat(killed.exit()).isZero();
        assertThat(killed.err()).contains("server-2 is stopped: killed by you");

        Typed started = typed("start server-2");
        assertThat(started.exit()).isZero();
        assertThat(started.err()).contains("server-2 is ready: 127.0.0.1:");
    }

    @Test
    void the_dashboard_comes_with_the_token_and_the_token_alone() {
        assertThat(typed("token").out()).isEqualTo(token + "\n");
        assertThat(typed("dashboard").out())
                .startsWith("http://127.0.0.1:")
                .endsWith("/dashboard#token=" + token + "\n");
    }

    @Test
    void logs_are_of_one_node_or_of_all_with_their_names() throws IOException {
        assertThat(typed("logs server-9").exit()).isEqualTo(2);
        assertThat(typed("logs").exit()).isZero();
        cluster.directory().log("server-1").create();
        cluster.directory().log("server-2").create();
        Files.writeString(cluster.directory().log("server-1").path(), "2026-01-02 03:04:05 old\n more\n");
        Files.writeString(cluster.directory().log("server-2").path(), "plain\n");
        assertThat(typed("logs server-1 server-2 --tail 1").out()).isEqualTo("server-1 |  more\nserver-2 | plain\n");
        assertThat(typed("logs server-1 server-2 --since 1h -o json").out())
                .isEqualTo("{\"node\":\"server-2\",\"line\":\"plain\"}\n");
        assertThat(typed("logs server-2 -o name").out()).isEqualTo("server-2\n");
    }

    @Test
    void events_come_in_the_order_of_time_as_lines_or_as_json() throws IOException {
        Instant before = Instant.now().minusSeconds(60);
        cluster.events().add(new Event(7, before, "balancer", "down", "server-1", "server-1 is down: late news"));

        String lines = typed("events").out();
        assertThat(lines.lines().findFirst().orElseThrow()).endsWith("balancer  server-1 is down: late news");
        assertThat(lines).contains("launcher  server-1 is ready at 127.0.0.1:");

        String json = typed("events -o json").out();
        JsonNode first = Json.strict().readTree(json.lines().findFirst().orElseThrow());
        assertThat(first.get("type").asText()).isEqualTo("down");
        assertThat(typed("events -n 1 -o json").out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kill server-1",
                "start server-1",
                "stop server-1",
                "restart server-1",
                "down --yes",
                "ps",
                "events"
            })
    void a_token_that_is_not_the_clusters_is_told_without_a_trace(String line, @TempDir Path other) throws IOException {
        RunDirectory directory = RunDirectory.of("test", Map.of("XDG_STATE_HOME", other.toString()));
        directory.create();
        directory.token().create();
        ClusterRecord record = cluster.directory().clusterRecord().read().orElseThrow();
        Identity dead = new Identity(record.launcher().pid(), Instant.EPOCH, "dead");
        boolean ends = line.startsWith("down");
        directory
                .clusterRecord()
                .write(new ClusterRecord(
                        "test",
                        ends ? dead : record.launcher(),
                        record.listener(),
                        record.admin(),
                        record.management()));
        Typed typed = Typed.line(line + " --name test", Map.of("XDG_STATE_HOME", other.toString()));
        assertThat(typed.err()).doesNotContain("\tat ", "Exception");
        assertThat(typed.exit()).isEqualTo(ends ? 3 : line.contains("server") ? 1 : 0);
        if (typed.exit() == 1) {
            assertThat(typed.err()).contains("token");
        }
    }

    @Test
    void names_of_nodes_and_clusters_are_completed_by_bash(@TempDir Path scratch) throws Exception {
        Path script = Files.writeString(
                scratch.resolve("script"), typed("completion bash").out());
        String line = """
                source %s
                for words in "lbctl ki" "lbctl --name test kill server-" "lbctl ps --name te" "lbctl ps -o " "lbctl config c"; do
                  COMP_WORDS=($words); [ "${words%% }" = "$words" ] || COMP_WORDS+=("")
                  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lbctl; echo "${COMPREPLY[*]}"
                done
                """.formatted(script);
        assertThat(bash(line)).containsExactly("kill", "server-1 server-2", "test", "table wide json name", "check");
    }

    private List<String> bash(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", home.toString());
        Process bash = builder.start();
        List<String> lines =
                new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(bash.waitFor()).as(lines.toString()).isZero();
        return lines;
    }

    @Test
    void a_second_cluster_of_the_same_name_is_refused() {
        Typed typed = typed("up -d");
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("cluster \"test\" runs already").contains("lbctl down --name test");
    }

    private Typed typed(String line) {
        return Typed.line(line + " --name test", Map.of("XDG_STATE_HOME", home.toString()));
    }
}
