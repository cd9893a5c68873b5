package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a whole balancer makes of servers that are not fit. */
class BalancerFitnessTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer good = server("good", 200);
    private final HttpServer bad = server("bad", 500);
    private @Nullable Balancer balancer;

    BalancerFitnessTest() throws IOException {}

    @AfterEach
    void stop() {
        if (balancer != null) {
            balancer.stop();
        }
        good.stop(0);
        bad.stop(0);
    }

    /** Its probes always pass. */
    private static HttpServer server(String name, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            boolean probe = exchange.getRequestURI().getPath().equals("/health");
            exchange.sendResponseHeaders(probe ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Balancer start(String... urls) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                listener: { address: "127.0.0.1:0" }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools:
                  default:
                    ejection: { time: 1h, max_time: 1h }
                    backends:
                """);
        for (String url : urls) {
            yaml.append("      - { url: \"").append(url).append("\" }\n");
        }
        LbConfig config = ConfigFile.parse("test", yaml.toString()) instanceof ConfigResult.Valid valid
                ? valid.config()
                : ConfigFile.defaults();
        Balancer started = new Balancer(config, null, new OverridesFile(null), Clock.systemUTC());
        balancer = started;
        started.start();
        return started;
    }

    private static String get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/plain")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static JsonNode status(Balancer of) throws Exception {
        return Json.lenient().readTree(get(of.adminPort(), "/status"));
    }

    @Test
    void a_server_that_passes_its_probes_and_fails_five_requests_in_a_row_sits_out() throws Exception {
        Balancer of = start(url(good), url(bad));
        for (int i = 0; i < 10; i++) {
            get(of.port(), "/");
        }

        await().untilAsserted(() -> assertThat(
                        status(of).at("/backend_servers/1/health").asText()
                                + status(of).at("/backend_servers/0/health").asText())
                .contains("ejected"));
        for (int i = 0; i < 10; i++) {
            assertThat(get(of.port(), "/")).isEqualTo("good");
        }
        assertThat(get(of.adminPort(), "/metrics"))
                .contains("lbctl_backend_ejections_total{backend=\"" + url(bad).substring(7)
                        + "\",pool=\"default\",reason=\"consecutive\"} 1.0");
        assertThat(get(of.adminPort(), "/backends/" + url(bad).substring(7) + "/probes"))
                .contains("\"passed\":true", "\"reason\":\"HTTP 200\"");
    }

    @Test
    void with_three_of_four_servers_gone_the_pool_panics_and_clients_are_served_all_the_same() throws Exception {
        Balancer of = start(url(good), gone(), gone(), gone());

        JsonNode pool = status(of).at("/pools/0");
        assertThat(pool.get("panic").asBoolean()).isTrue();
        assertThat(pool.get("backends").asInt()).isEqualTo(4);
        assertThat(pool.get("healthy").asInt()).isEqualTo(1);
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            answers.add(get(of.port(), "/"));
        }
        assertThat(answers).containsExactly("good");
        assertThat(status(of).at("/statistics/retries").asInt()).isPositive();
    }

    private static String gone() throws IOException {
        return Nobody.called("gone").url();
    }
}
