package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which side is told that it was too slow. */
class PatienceTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static TimeoutConfig patience(int responseHeadMillis, int idleMillis) {
        return TestConfig.timeouts(
                Duration.ofSeconds(1), Duration.ofMillis(responseHeadMillis), Duration.ofMillis(idleMillis));
    }

    @Test
    void a_client_that_does_not_read_is_not_the_backends_fault() throws IOException {
        try (PlayedBackend generous = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
                    for (int part = 0; part < 100; part++) {
                        wire.send("x".repeat(1_000_000));
                    }
                });
                TestProxy proxy = new TestProxy(patience(5_000, 300), generous.backend());
                Wire client = proxy.connect()) {
            client.send(GET);

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_STALLED));
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    void a_backend_that_does_not_read_costs_a_504() throws IOException {
        try (PlayedBackend deaf = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().forever().until(() -> false);
                });
                TestProxy proxy = new TestProxy(patience(5_000, 300), deaf.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
            Thread sender = new Thread(() -> {
                try {
                    for (int part = 0; part < 100; part++) {
                        client.send("x".repeat(1_000_000));
                    }
                } catch (IOException refused) {
                    return;
                }
            });
            sender.start();

            assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
        }
    }

    @Test
    void an_answer_that_began_before_the_request_ended_may_pause_for_the_idle_time() throws IOException {
        try (PlayedBackend early = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na");
                    wire.read(3);
                    await().pollDelay(Duration.ofMillis(800)).until(() -> true);
                    wire.send("bc");
                });
                TestProxy proxy = new TestProxy(patience(200, 5_000), early.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            client.readHead();
            assertThat(client.send("123").read(3)).isEqualTo("abc");
        }
    }

    @Test
    @Tag("leaves-unread") // NIO tells that a client has left only to who reads what it sends.
    void a_backend_that_accepts_nobody_costs_a_504_and_a_client_that_leaves_meanwhile_nothing() throws IOException {
        TimeoutConfig hasty = TestConfig.timeouts(Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (PlayedBackend full = PlayedBackend.late("one", wire -> {});
                TestProxy proxy = new TestProxy(hasty, full.backend());
                Wire client = proxy.connect();
                Wire leaving = proxy.connect()) {
            leaving.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            await().until(() -> proxy.inFlight() == 1);
            leaving.reset();
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            String head = client.readHead();
            assertThat(head).startsWith("HTTP/1.1 504 ");
            assertThat(client.read(PlayedBackend.contentLength(head))).contains("connect_timeout");
            assertThat(proxy.inFlight()).isZero();
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.CLIENT_GONE, Outcome.Kind.CONNECT_TIMEOUT);
        }
    }
}
