package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.AccessLogConfig;
import dev.lbctl.config.AccessLogConfig.Format;
import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.SocketConfig;
import dev.lbctl.config.TransportKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access log as traffic makes it. */
class BalancerAccessLogTest {
    private static final Address ANY_PORT = new Address("127.0.0.1", 0);

    @TempDir
    private Path folder;

    private HttpServer backend;

    @BeforeEach
    void startBackend() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        backend.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200, -1);
            exchange.close();
        });
        backend.start();
    }

    @AfterEach
    void stopBackend() {
        backend.stop(0);
    }

    @Test
    void every_proxied_exchange_has_its_line_and_internal_ones_have_none() throws Exception {
        Balancer balancer = balancer(Format.JSON, file());
        balancer.start();
        get(balancer, "/item?id=1");
        get(balancer, "/status");
        get(balancer, "/missing");
        balancer.stop();

        List<JsonNode> lines = Files.readAllLines(file()).stream()
                .map(BalancerAccessLogTest::json)
                .toList();
        assertThat(lines).hasSize(2);
        JsonNode first = lines.get(0);
        assertThat(first.get("target").asText()).isEqualTo("/item?id=1");
        assertThat(first.get("client").asText()).isEqualTo("127.0.0.1");
        assertThat(first.get("user_agent").asText()).isEqualTo("test \"agent\"");
        assertThat(first.get("backend").asText()).isEqualTo("one");
        assertThat(first.get("duration_ms").asDouble())
                .isGreaterThanOrEqualTo(first.get("first_byte_ms").asDouble());
        assertThat(lines.get(1).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void lines_are_there_soon_after_the_answer() throws Exception {
        Balancer balancer = balancer(Format.COMBINED, file());
        balancer.start();
        get(balancer, "/");
        await().until(() -> Files.readString(file()).contains("\"GET / HTTP/1.1\" 200"));
        balancer.stop();
    }

    @Test
    void traffic_does_not_notice_a_full_disk_and_the_metrics_count_it() throws Exception {
        Balancer balancer = balancer(Format.JSON, Path.of("/dev/full"));
        balancer.start();
        for (int i = 0; i < 10; i++) {
            assertThat(get(balancer, "/")).isEqualTo(200);
        }
        await().until(() -> metrics(balancer).contains("lbctl_access_log_dropped_total 10.0"));
        balancer.stop();
    }

    private Balancer balancer(Format format, Path file) {
        ListenerConfig shipped = TestConfig.LISTENER;
        ListenerConfig listener = new ListenerConfig(
                new SocketConfig(ANY_PORT, TransportKind.AUTO),
                shipped.exposure(),
                shipped.trustedProxies(),
                shipped.allow(),
                shipped.limits(),
                shipped.timeouts(),
                new AccessLogConfig(format, file, 100_000_000, 3));
        PoolConfig pool = new PoolConfig(
                "default",
                TestConfig.POOL.balance(),
                null,
                List.of(new BackendConfig(
                        "one", new Address("127.0.0.1", backend.getAddress().getPort()))),
                TestConfig.POOL.fitness(),
                TestConfig.POOL.traffic());
        LbConfig config = new LbConfig(
                listener,
                new AdminConfig(ANY_PORT),
                new ManagementConfig(ANY_PORT, false),
                Map.of("default", pool),
                List.of(RouteConfig.all("default")));
        return new Balancer(config, "secret", new OverridesFile(null), Clock.systemUTC());
    }

    private static int get(Balancer balancer, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port() + path))
                .header("User-Agent", "test \"agent\"")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String metrics(Balancer balancer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + balancer.adminPort() + "/metrics"))
                .header("Accept", "text/plain")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private Path file() {
        return folder.resolve("access.log");
    }

    private static JsonNode json(String line) {
        try {
            return Json.strict().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
