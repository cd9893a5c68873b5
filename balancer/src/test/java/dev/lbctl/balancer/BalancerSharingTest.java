package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.operator.OverridesFile;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file says of how requests are shared, seen from a client. */
class BalancerSharingTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer a = server("A");
    private final HttpServer b = server("B");
    private final List<Runnable> cleanup = new ArrayList<>();

    BalancerSharingTest() throws IOException {}

    @AfterEach
    void stop() {
        cleanup.forEach(Runnable::run);
        a.stop(0);
        b.stop(0);
    }

    private static HttpServer server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Starts a balancer of A, which weighs 3, and B. Answers the port of its traffic. */
    private int balancer(String sharing) throws IOException {
        String yaml = """
                listener: { address: "127.0.0.1:0", admin_paths: false }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools:
                  default:
                    backends:
                      - { name: A, url: "http://127.0.0.1:%d", weight: 3 }
                      - { name: B, url: "http://127.0.0.1:%d" }
                    %s
                """.formatted(a.getAddress().getPort(), b.getAddress().getPort(), sharing);
        ConfigResult.Valid config = (ConfigResult.Valid) ConfigFile.parse("lbctl.yaml", yaml);
        Balancer balancer = new Balancer(config.config(), null, new OverridesFile(null), Clock.systemUTC());
        cleanup.add(balancer::stop);
        balancer.start();
        return balancer.port();
    }

    private static String get(int port, String session) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Cookie", "theme=dark; session=" + session)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void weights_are_kept_turn_by_turn() throws Exception {
        int port = balancer("algorithm: weighted");
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            turns.append(get(port, "any"));
        }

        assertThat(turns).hasToString("AABAAABA");
    }

    @Test
    void a_session_stays_where_it_is() throws Exception {
        int port = balancer("algorithm: consistent_hash\n    hash: { by: cookie, name: session }");
        List<String> first = new ArrayList<>();
        List<String> again = new ArrayList<>();
        for (int session = 0; session < 20; session++) {
            first.add(get(port, "s" + session));
        }
        for (int session = 0; session < 20; session++) {
            again.add(get(port, "s" + session));
        }

        assertThat(first).contains("A", "B");
        assertThat(again).isEqualTo(first);
    }
}
