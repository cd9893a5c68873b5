package dev.lbctl.launcher.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.api.EventList;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.client.EventStream;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.supervisor.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementServerIT {
    private static final String TOKEN = "the-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Address address = PortPicker.resolve(new Address("127.0.0.1", 0));
    private final ClusterRecord record = new ClusterRecord(
            "test", Identity.current(), new Address("127.0.0.1", 7000), new Address("127.0.0.1", 7090), address);
    private final TestCluster cluster;
    private final ManagementServer server;

    ManagementServerIT(@TempDir Path home) throws IOException {
        cluster = new TestCluster(home, "serve", "serve", "serve");
        ClusterReport report = new ClusterReport(record, cluster.supervisor(), InstantSource.system());
        server = new ManagementServer(
                record,
                TOKEN,
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
    void the_status_names_the_cluster_its_addresses_and_its_nodes() throws Exception {
        JsonNode status = Json.strict().readTree(get("/status").body());

        assertThat(status.path("cluster").asText()).isEqualTo("test");
        assertThat(status.path("phase").asText()).isEqualTo("ready");
        assertThat(status.path("urls").path("traffic").asText()).isEqualTo("http://127.0.0.1:7000");
        assertThat(status.path("nodes")).hasSize(3);
        assertThat(status.path("nodes").path(0).path("role").asText()).isEqualTo("balancer");
    }

    @Test
    void a_kill_and_a_start_are_answered_with_the_node_as_it_then_is() throws Exception {
        HttpResponse<String> killed = post("/kill/server-1", TOKEN);
        assertThat(killed.statusCode()).isEqualTo(200);
        assertThat(Json.strict().readValue(killed.body(), NodeStatus.class).state())
                .isEqualTo("stopped");

        HttpResponse<String> started = post("/start/server-1", TOKEN);
        assertThat(Json.strict().readValue(started.body(), NodeStatus.class).state())
                .isEqualTo("ready");
    }

    @Test
    void a_change_without_the_token_is_refused() throws Exception {
        assertThat(post("/kill/server-2", "").statusCode()).isEqualTo(401);
        assertThat(post("/kill/server-2", "wrong").statusCode()).isEqualTo(401);
        assertThat(error(post("/shutdown", "")).error()).isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80"})
    void a_name_that_is_not_this_servers_is_refused(String host) throws IOException {
        assertThat(rawStatusLine("GET /status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ");
    }

    @Test
    void an_unknown_node_is_answered_with_the_known_ones() throws Exception {
        for (HttpResponse<String> answer :
                List.of(get("/nodes/server-9"), post("/kill/server-9", TOKEN), get("/nodes/x/logs"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(error(answer).error()).isEqualTo("unknown_node");
            assertThat(error(answer).hint()).isEqualTo("known are: balancer, server-1, server-2");
        }
    }

    @Test
    void what_is_not_there_or_not_possible_is_said_in_json() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(error(get("/nothing")).error()).isEqualTo("not_found");
        assertThat(post("/status", TOKEN).statusCode()).isEqualTo(405);
        assertThat(get("/nodes/server-2/logs?lines=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                   | 400 | this is no fault",
                "{\"errors\": 1.5}                    | 400 | errors is 1.5",
                "{\"delay\": \"2m\"}                  | 400 | delay is \"2m\"",
                "{\"hang\": true, \"for\": \"20\"}    | 400 | for is \"20\"",
                "{\"hang\": true}                     | 409 | server-2 is no sample server"
            })
    void a_fault_that_cannot_be_had_is_refused(String order, int status, String detail) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.url() + "/fault/server-2"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).detail()).isEqualTo(detail);
    }

    @Test
    void the_last_lines_of_a_log_come_as_text() throws Exception {
        HttpResponse<String> log = get("/nodes/server-2/logs?lines=1");

        assertThat(log.body()).isEqualTo("script: serve\n");
        assertThat(log.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void a_followed_log_begins_with_its_last_lines() throws Exception {
        try (Stream<String> lines = stream("/nodes/server-2/logs?follow", "")) {
            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValue("data: script: serve");
        }
    }

    @Test
    void the_stream_has_the_past_events_the_nodes_and_what_happens() {
        SupervisorClient client = new SupervisorClient(address, TOKEN);
        try (var events = client.events()) {
            assertThat(events.next().orElseThrow().name()).isEqualTo("event");
            NodeList nodes = next(events, "nodes").as(NodeList.class).orElseThrow();
            assertThat(nodes.nodes()).hasSize(3);
            client.restart("server-2");
            assertThat(Stream.generate(() -> next(events, "event").data())
                            .filter(data -> data.contains("\"stopped\""))
                            .findFirst()
                            .orElseThrow())
                    .contains("server-2 has ended");
        }
    }

    @Test
    void a_stream_goes_on_after_the_last_event_the_client_has() throws Exception {
        long last = cluster.events().lastNumber();
        try (Stream<String> lines = stream("/events", Long.toString(last - 1))) {
            assertThat(lines.filter(line -> line.startsWith("id:")).findFirst()).hasValue("id: " + last);
        }
    }

    @Test
    void the_past_can_be_had_without_a_stream_and_the_stream_goes_on_from_there() {
        SupervisorClient client = new SupervisorClient(address, TOKEN);
        EventList past = client.pastEvents();
        assertThat(past.events()).extracting(Event::type).contains("starting", "ready");

        cluster.events().tell("note", null, "what came after");

        try (EventStream stream = client.eventsAfter(past.lastId())) {
            assertThat(next(stream, "event").as(Event.class).orElseThrow().message())
                    .isEqualTo("what came after");
        }
    }

    private static EventStream.Message next(EventStream events, String name) {
        while (true) {
            var message = events.next().orElseThrow();
            if (message.name().equals(name)) {
                return message;
            }
        }
    }

    private Stream<String> stream(String path, String lastEventId) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.url() + path)).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.send(request.build(), BodyHandlers.ofLines()).body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.url() + path))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static ErrorBody error(HttpResponse<String> answer) throws IOException {
        return Json.strict().readValue(answer.body(), ErrorBody.class);
    }

    private String rawStatusLine(String request) throws IOException {
        try (Socket socket = new Socket(address.host(), address.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
