package dev.lbctl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendServerTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private BackendServer server = started(Duration.ZERO, 0);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void the_greeting_says_who_answers_and_counts_what_was_served() throws Exception {
        send("GET", "/", "");
        JsonNode greeting = json(send("GET", "/", ""));

        assertThat(greeting.path("server").asText()).isEqualTo("Server-1");
        assertThat(greeting.path("port").asInt()).isEqualTo(server.port());
        assertThat(greeting.path("requests_served").asInt()).isEqualTo(2);
        assertThat(greeting.path("uptime_seconds").isNumber()).isTrue();
        assertThat(Instant.parse(greeting.path("timestamp").asText()))
                .isBetween(Instant.now().minusSeconds(5), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"})
    void every_method_is_echoed_even_one_nobody_has_heard_of(String method) throws Exception {
        JsonNode echo = json(send(method, "/echo/deep/er?a=1&b=%20x", "grüezi"));

        assertThat(echo.path("method").asText()).isEqualTo(method);
        assertThat(echo.path("path").asText()).isEqualTo("/echo/deep/er");
        assertThat(echo.path("query").asText()).isEqualTo("a=1&b=%20x");
        assertThat(echo.path("headers").path("X-Twice").asText()).isEqualTo("one, two");
        assertThat(echo.path("body_length").asInt()).isEqualTo(7);
        assertThat(echo.path("body").asText()).isEqualTo("grüezi");
    }

    @Test
    void head_answers_the_headers_of_the_echo_and_no_body() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/echo", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_large_body_is_counted_whole_and_echoed_in_part() throws Exception {
        JsonNode echo = json(send("POST", "/echo", "x".repeat(3_000_000)));

        assertThat(echo.path("body_length").asInt()).isEqualTo(3_000_000);
        assertThat(echo.path("body").asText()).hasSize(64 * 1024);
    }

    @Test
    void processing_takes_its_time_and_returns_what_was_posted() throws Exception {
        JsonNode processed = json(send("POST", "/api/process", "{\"order\":7}"));

        assertThat(processed.path("received").path("order").asInt()).isEqualTo(7);
        assertThat(processed.path("work_ms").asInt()).isBetween(10, 50);
        assertThat(json(send("GET", "/api/process", "")).path("work_ms").asInt())
                .isBetween(10, 50);
    }

    @Test
    void a_server_switched_to_not_ready_is_alive_and_says_so_until_switched_back() throws Exception {
        send("POST", "/admin/ready", "{\"ready\": false}");
        assertThat(send("GET", "/readyz", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/health", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/healthz", "").statusCode()).isEqualTo(200);

        send("POST", "/admin/ready", "{\"ready\": true}");
        assertThat(send("GET", "/readyz", "").statusCode()).isEqualTo(200);
    }

    @Test
    void delay_and_failures_leave_health_alone() throws Exception {
        server.stop();
        server = started(Duration.ofMillis(150), 1);

        long before = System.nanoTime();
        assertThat(send("GET", "/", "").statusCode()).isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(149));
        assertThat(List.of(
                        send("GET", "/health", "").statusCode(),
                        send("GET", "/healthz", "").statusCode(),
                        send("GET", "/readyz", "").statusCode()))
                .containsOnly(200);
        assertThat(json(send("GET", "/stats", "")).path("failures_on_purpose").asInt())
                .isEqualTo(1);
    }

    @Test
    void fifty_delayed_requests_are_answered_side_by_side() {
        server.stop();
        server = started(Duration.ofMillis(400), 0);

        long before = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 50)
                .mapToObj(i -> client.sendAsync(request("GET", "/echo", ""), BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        // One after the other they would take 20 s.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, '', 404, not_found",
        "DELETE, /, '', 405, method_not_allowed",
        "POST, /api/process, '{', 400, bad_request",
        "POST, /api/process, '', 400, bad_request",
        "POST, /admin/ready, '{\"redy\": false}', 400, bad_request",
        "POST, /admin/ready, '{\"ready\": false, \"in\": 3}', 400, bad_request",
        "POST, /admin/ready, '{\"ready\": {}}', 400, bad_request",
        "POST, /admin/ready, 'null', 400, bad_request",
        "POST, /simulate-load, '{\"duration_ms\": \"long\"}', 400, bad_request",
        "POST, /simulate-load, '{\"duration_ms\": 60000}', 400, bad_request"
    })
    void what_cannot_be_done_is_refused_in_json(String method, String path, String body, int status, String error)
            throws Exception {
        HttpResponse<String> answer = send(method, path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo(error);
    }

    @Test
    void load_burns_for_as_long_as_asked() throws Exception {
        long before = System.nanoTime();
        assertThat(send("POST", "/simulate-load", "{\"duration_ms\": 120}").statusCode())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(119));
    }

    @Test
    void a_request_under_way_is_answered_before_the_server_ends() throws Exception {
        server.stop();
        server = started(Duration.ofMillis(500), 0);
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(request("GET", "/echo", ""), BodyHandlers.ofString());
        await().until(() ->
                json(send("GET", "/stats", "")).path("requests_served").asInt() == 1);

        server.stop();

        assertThat(slow.join().statusCode()).isEqualTo(200);
    }

    private static BackendServer started(Duration delay, double errorRate) {
        BackendServer server =
                new BackendServer(new BackendOptions("server-1", "127.0.0.1", 0, delay, errorRate, null));
        server.start();
        return server;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .build();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
