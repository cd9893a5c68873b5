package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Traffic while everything changes that an operator may change. Nothing is sent twice, neither by the balancer nor by clients. A
 * failure names its seed; {@code -Dlbctl.seed=N} runs the same changes again.
 */
class BalancerUnrestTest {
    private static final int REQUESTS = 5_000;
    private static final int CLIENTS = 8;
    private static final int REQUESTS_A_CHANGE = 10;
    private static final int SERVERS = 6;

    private final long seed = Long.getLong("lbctl.seed", System.nanoTime());
    private final Map<String, Mirror> servers = new TreeMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private Balancer balancer;
    private Unrest unrest;

    @BeforeEach
    void start() throws IOException {
        Map<String, String> urls = new TreeMap<>();
        for (int i = 1; i <= SERVERS; i++) {
            Mirror server = new Mirror("server-" + i);
            servers.put("server-" + i, server);
            urls.put("server-" + i, server.url());
        }
        String yaml = """
                listener: { address: "127.0.0.1:0", admin_paths: false }
                admin: { address: "127.0.0.1:0" }
                pools:
                  default:
                    sticky: { cookie: at }
                    retry: { attempts: 0 }
                    timeouts: { connect: 10s }
                    health: { path: /probe, interval: 1h, timeout: 10s }
                    backends: [ { name: server-1, url: "%s" }, { name: server-2, url: "%s" } ]
                """.formatted(urls.get("server-1"), urls.get("server-2"));
        ConfigResult.Valid config = (ConfigResult.Valid) ConfigFile.parse("lbctl.yaml", yaml);
        balancer = new Balancer(config.config(), "secret", new OverridesFile(null), Clock.systemUTC());
        balancer.start();
        unrest = new Unrest(balancer.adminPort(), urls, new Random(seed));
    }

    @AfterEach
    void stop() throws IOException {
        balancer.stop();
        for (Mirror server : servers.values()) {
            server.close();
        }
    }

    @Test
    @Timeout(60)
    void not_one_request_of_5000_fails_while_algorithm_weights_duties_and_members_change_at_random() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            boolean sticky = i % 2 == 0;
            clients.add(threads.submit(() -> {
                run(sticky);
                return null;
            }));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(50, TimeUnit.SECONDS))
                .as("in time; seed %d", seed)
                .isTrue();
        for (Future<?> client : clients) {
            assertThat(client).as("a client; seed %d", seed).succeedsWithin(Duration.ZERO);
        }
        assertThat(unrest.kinds())
                .as("seed %d", seed)
                .containsExactlyInAnyOrder("algorithm", "drain", "join", "leave", "maint", "ready", "weight");
    }

    /** Asks, and now and then changes something, as long as there are requests left. */
    private void run(boolean sticky) throws Exception {
        String cookie = "";
        try (KeptClient client = new KeptClient(balancer.port())) {
            for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                String line = (number % 3 == 0 ? "POST" : "GET") + " /request/" + number;
                KeptClient.Answer answer = client.ask(request(line, number, cookie));
                assertThat(answer.status()).as("%s: %s", line, answer.body()).isEqualTo(200);
                assertThat(answer.body()).startsWith(line + " HTTP/1.1\r\n");
                assertThat(mirroredBody(answer.body())).isEqualTo(number % 3 == 0 ? "body of " + number : "");
                cookie = sticky && !answer.cookie().isEmpty() ? "Cookie: " + answer.cookie() + "\r\n" : cookie;
                if (number % REQUESTS_A_CHANGE == 0) {
                    unrest.change();
                }
            }
        }
    }

    private static String request(String line, int number, String fields) {
        String head = line + " HTTP/1.1\r\nHost: a\r\n" + fields;
        String body = "body of " + number;
        return number % 3 == 0
                ? head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n"
                : head + "\r\n";
    }

    /** Of the request that was answered with itself: its chunks joined, which may be others than it was sent in. */
    private static String mirroredBody(String request) {
        String chunks = request.substring(request.indexOf("\r\n\r\n") + 4);
        return chunks.replaceAll("(^|\r\n)[0-9a-f]+\r\n", "").strip();
    }
}
