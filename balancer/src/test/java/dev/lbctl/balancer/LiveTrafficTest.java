package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The configuration is replaced under traffic, and no client notices. */
class LiveTrafficTest {
    private static final int CLIENTS = 6;
    private static final int REPLACEMENTS = 60;

    private final NamedServer one = new NamedServer("one", LiveTrafficTest::told);
    private final NamedServer two = new NamedServer("two", LiveTrafficTest::told);
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> clients = new ArrayList<>();

    LiveTrafficTest() throws IOException {}

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private static String told(HttpExchange exchange) {
        return " was told " + exchange.getRequestHeaders().getFirst("X-Told");
    }

    /** A configuration whose route tells the one server that its pool has. */
    private String telling(String name, NamedServer server, String more) {
        return """
                pools:
                  default:
                    backends: [ { name: %s, url: "%s" } ]
                %s
                routes:
                  - { pool: default, request_headers: { set: { X-Told: %s } } }
                """.formatted(name, server.url(), more, name);
    }

    @Test
    void a_request_meets_the_old_configuration_or_the_new_and_never_some_of_each() throws Exception {
        try (LiveBalancer balancer = new LiveBalancer(telling("one", one, ""))) {
            under(balancer, () -> {
                for (int i = 0; i < REPLACEMENTS; i++) {
                    balancer.put(i % 2 == 0 ? telling("two", two, "    algorithm: weighted") : telling("one", one, ""));
                }
            });
        }

        assertThat(answers).contains("200 one was told one", "200 two was told two");
        assertThat(answers).containsOnly("200 one was told one", "200 two was told two");
    }

    @Test
    void pools_routes_limits_and_logs_come_and_go_without_a_failed_request() throws Exception {
        String plain = two(one.url(), "");
        List<String> others = List.of(
                two(one.url(), "    algorithm: least_connections"),
                two(one.url(), "    connections: { max: 2 }\n    queue: { size: 500 }\n    retry: { attempts: 0 }"),
                two(one.url(), "    health: { interval: 50ms }\n    ejection: { enabled: false }\n    panic: 0%"),
                two(one.url(), "    slow_start: 1s\n    timeouts: { response_head: 5s }"),
                two(
                        one.url(),
                        "  other: { backends: [ { url: \"" + two.url() + "\" } ] }\nroutes: [ { pool: other } ]"));
        try (LiveBalancer balancer = new LiveBalancer(plain)) {
            under(balancer, () -> {
                for (int i = 0; i < REPLACEMENTS; i++) {
                    balancer.put(i % 2 == 0 ? others.get(i / 2 % others.size()) : plain);
                }
            });
        }

        assertThat(answers).isNotEmpty().allSatisfy(answer -> assertThat(answer).startsWith("200 "));
    }

    private String two(String first, String more) {
        return """
                pools:
                  default:
                    backends: [ { name: one, url: "%s" }, { name: two, url: "%s" } ]
                %s
                """.formatted(first, two.url(), more);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Does something while clients ask one request after the other, at least a few of each before and after it. */
    private void under(LiveBalancer balancer, Work work) throws Exception {
        AtomicInteger warm = new AtomicInteger();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> ask(balancer, warm));
            clients.add(client);
            client.start();
        }
        while (warm.get() < CLIENTS * 5) {
            Thread.onSpinWait();
        }
        try {
            work.run();
        } finally {
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }
    }

    private void ask(LiveBalancer balancer, AtomicInteger count) {
        while (!over.get()) {
            try {
                HttpResponse<String> answer = balancer.traffic("/");
                answers.add(answer.statusCode() + " " + answer.body());
            } catch (IOException | InterruptedException broken) {
                answers.add("broken: " + broken);
            }
            count.incrementAndGet();
        }
    }
}
