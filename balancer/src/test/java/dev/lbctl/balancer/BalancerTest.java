package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.RouteConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The parts as {@link Balancer} connects them. Probes come once an hour, so that only their first round matters. */
class BalancerTest {
    private static final String TOKEN = "secret";
    private static final Address ANY = new Address("127.0.0.1", 0);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer one = server("one", 0);
    private final HttpServer two = server("two", 0);
    private final Balancer balancer = balancer(ANY, ANY);

    BalancerTest() throws IOException {}

    @AfterEach
    void stop() {
        balancer.stop();
        one.stop(0);
        two.stop(0);
    }

    private static HttpServer server(String name, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Balancer balancer(Address listener, Address admin) {
        List<BackendConfig> backends = Stream.of(one, two)
                .map(server -> new Address("127.0.0.1", server.getAddress().getPort()))
                .map(address -> new BackendConfig(address.port() == port(one) ? "one" : "two", address))
                .toList();
        PoolConfig pool = new PoolConfig(
                "default",
                TestConfig.POOL.balance(),
                null,
                backends,
                TestConfig.fitness(HOUR),
                TestConfig.POOL.traffic());
        LbConfig config = new LbConfig(
                TestConfig.LISTENER.withAddress(listener),
                new AdminConfig(admin),
                new ManagementConfig(ANY, false),
                Map.of("default", pool),
                List.of(RouteConfig.all("default")));
        return new Balancer(config, TOKEN, new OverridesFile(null), Clock.systemUTC());
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private static HttpResponse<String> send(String method, int port, String path, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return send("GET", balancer.port(), path, "").body();
    }

    private JsonNode status() throws Exception {
        return Json.lenient()
                .readTree(send("GET", balancer.adminPort(), "/status", "").body());
    }

    private String health(String name) throws Exception {
        for (JsonNode backend : status().get("backend_servers")) {
            if (backend.get("name").asText().equals(name)) {
                return backend.get("health").asText();
            }
        }
        return "absent";
    }

    @Test
    void traffic_is_listened_for_only_when_it_can_be_served() throws Exception {
        balancer.start();

        assertThat(get("/")).isEqualTo("one");
        assertThat(get("/")).isEqualTo("two");
    }

    @Test
    void a_refused_connection_takes_the_member_down_without_waiting_for_a_probe() throws Exception {
        balancer.start();
        one.stop(0);

        for (int i = 0; i < 4; i++) {
            assertThat(get("/")).isEqualTo("two");
        }
        await().untilAsserted(() -> assertThat(health("one")).isEqualTo("down"));
    }

    @Test
    void a_request_that_was_passed_on_tells_of_both_attempts() throws Exception {
        balancer.start();
        one.stop(0);
        get("/");

        JsonNode explained = Json.lenient()
                .readTree(send("GET", balancer.adminPort(), "/requests/1/explanation", "")
                        .body());

        assertThat(explained.get("route").get("why").asText()).isEqualTo("it takes every host, and every path");
        assertThat(explained.get("choice").get("algorithm").asText()).isEqualTo("round_robin");
        assertThat(explained.get("candidates").findValuesAsText("verdict")).containsExactly("picked", "picked");
        assertThat(explained.get("attempts").findValuesAsText("outcome")).containsExactly("refused", "completed");
        assertThat(explained.get("answer").get("sentence").asText()).isEqualTo("200, relayed whole from two");
    }

    @Test
    void a_down_member_that_is_announced_again_is_admitted_by_its_first_probe() throws Exception {
        balancer.start();
        int port = port(one);
        one.stop(0);
        get("/");
        get("/");
        await().until(() -> health("one").equals("down"));

        HttpServer again = server("one again", port);
        send("POST", balancer.adminPort(), "/backends", "{\"name\":\"one\",\"url\":\"http://127.0.0.1:" + port + "\"}");

        await().until(() -> health("one").equals("up"));
        assertThat(List.of(get("/"), get("/"))).containsExactlyInAnyOrder("one again", "two");
        again.stop(0);
    }

    @Test
    void a_drained_member_gets_nothing_new_and_a_removed_one_is_gone() throws Exception {
        balancer.start();

        send("PATCH", balancer.adminPort(), "/backends/one", "{\"duty\":\"drain\"}");
        assertThat(List.of(get("/"), get("/"))).containsOnly("two");

        send("DELETE", balancer.adminPort(), "/backends/two", "");
        assertThat(get("/")).contains("no_member");
    }

    @Test
    void admin_paths_reach_the_control_plane_and_are_not_counted_as_traffic() throws Exception {
        balancer.start();
        get("/");

        JsonNode metrics = Json.lenient().readTree(get("/metrics"));

        assertThat(metrics.get("total_requests").asInt()).isEqualTo(1);
        assertThat(get("/dashboard")).contains("<title>");
        assertThat(get("/metricsx")).isEqualTo("two");
        assertThat(status().get("statistics").get("total_requests").asInt()).isEqualTo(2);
    }

    @Test
    void a_taken_traffic_address_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Balancer late = balancer(new Address("127.0.0.1", taken.getLocalPort()), ANY);

            assertThatThrownBy(late::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
            late.stop();
        }
    }

    @Test
    void a_taken_admin_address_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Balancer late = balancer(ANY, new Address("127.0.0.1", taken.getLocalPort()));

            assertThatThrownBy(late::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort() + " for the admin API");
            late.stop();
        }
    }
}
