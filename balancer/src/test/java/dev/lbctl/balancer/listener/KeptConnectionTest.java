package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections to backends serve a second request, and which must not (RFC 9112, section 9.3). */
class KeptConnectionTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private static TrafficConfig keeping(int idle, Duration idleFor, Duration maxAge) {
        return TestConfig.traffic(new ConnectionConfig(Integer.MAX_VALUE, idle, idleFor, maxAge));
    }

    private static void expectOk(Wire client, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5, max=100\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=99999999999\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=never\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + OK,
            })
    void an_answer_whose_end_is_told_leaves_its_connection_to_the_next(String answer) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(answer);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send(GET);
                Message last = client.message();
                while (last.status() < 200) {
                    last = client.message();
                }
                assertThat(last.body()).isEqualTo("ok");
            }
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nConnection: x-a, Close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=0\r\nContent-Length: 2\r\n\r\nok",
            })
    void a_connection_that_its_backend_gives_up_serves_nobody_else(String answer) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(answer);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 3);

            assertThat(one.connections()).isEqualTo(3);
        }
    }

    @Test
    void an_idle_connection_is_given_up_before_the_backend_does_that_told_how_long_it_keeps_it() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 2\r\n\r\nok");
                    wire.awaitClosed();
                    closed.countDown();
                });
                TestProxy proxy = TestProxy.single(keeping(10, LONG, LONG), one.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 1);

            await().until(() -> closed.getCount() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_too_long_idle_or_too_old_is_closed(boolean idle) throws Exception {
        TrafficConfig config = idle ? keeping(10, SHORT, LONG) : keeping(10, LONG, SHORT);
        CountDownLatch closed = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    PlayedBackend.greet(wire, "ok");
                    closed.countDown();
                });
                TestProxy proxy = TestProxy.single(config, one.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 1);
            await().until(() -> closed.getCount() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void no_more_idle_connections_are_kept_than_configured(int most) throws Exception {
        AtomicInteger open = new AtomicInteger();
        CountDownLatch bothAsked = new CountDownLatch(2);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    open.incrementAndGet();
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        bothAsked.countDown();
                        await().until(() -> bothAsked.getCount() == 0);
                        wire.send(OK);
                    }
                    open.decrementAndGet();
                });
                TestProxy proxy = TestProxy.single(keeping(most, LONG, LONG), one.backend());
                Wire first = proxy.connect();
                Wire second = proxy.connect()) {
            first.send(GET);
            second.send(GET);
            first.message();
            second.message();

            await().untilAsserted(() -> assertThat(open).hasValue(most));
        }
    }

    @Test
    void bytes_that_nobody_asked_for_end_an_idle_connection() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (PlayedBackend chatty = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(OK);
                    if (closed.getCount() == 1) {
                        await().until(() -> answered.getCount() == 0);
                        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                        wire.awaitClosed();
                        closed.countDown();
                    }
                });
                TestProxy proxy = TestProxy.single(chatty.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 1);
            answered.countDown();
            await().until(() -> closed.getCount() == 0);

            expectOk(client, 1);
            assertThat(chatty.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_that_the_backend_closed_while_it_was_idle_costs_the_client_nothing() throws IOException {
        try (PlayedBackend oneShot = new PlayedBackend("one", wire -> {
                    wire.message();
                    wire.send(OK);
                });
                TestProxy proxy = TestProxy.single(oneShot.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 50);

            assertThat(oneShot.connections()).isEqualTo(50);
            assertThat(proxy.metrics.failed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_get_is_sent_again_when_a_kept_connection_dies_under_it(boolean reset) throws IOException {
        try (PlayedBackend forgetful = new PlayedBackend("one", wire -> {
                    wire.message();
                    wire.send(OK);
                    wire.message();
                    if (reset) {
                        wire.reset();
                    }
                });
                TestProxy proxy =
                        TestProxy.single(TestConfig.traffic(new RetryConfig(0, 0, 0, 0)), forgetful.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 10);

            assertThat(forgetful.connections()).isEqualTo(10);
        }
    }

    @Test
    void a_put_is_sent_again_with_its_body_when_a_kept_connection_dies_under_it() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend forgetful = dyingUnderTheSecond(received);
                TestProxy proxy = TestProxy.single(forgetful.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 1);
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received).extracting(Message::body).containsExactly("", "abc", "abc");
            assertThat(proxy.lastRecord().served().attempts()).isEqualTo(2);
        }
    }

    @Test
    void a_post_is_not_sent_again_when_a_kept_connection_dies_under_it() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend forgetful = dyingUnderTheSecond(received);
                TestProxy proxy = TestProxy.single(forgetful.backend());
                Wire client = proxy.connect()) {
            expectOk(client, 1);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().status()).isEqualTo(502);
            assertThat(received).extracting(Message::body).containsExactly("", "abc");
            expectOk(client, 1);
        }
    }

    private static PlayedBackend dyingUnderTheSecond(Queue<Message> received) throws IOException {
        return new PlayedBackend("one", wire -> {
            received.add(wire.message());
            wire.send(OK);
            Message second = wire.message();
            if (second.isThere()) {
                received.add(second);
                wire.reset();
            }
        });
    }

    @Test
    void a_connection_whose_backend_answered_before_it_had_the_whole_request_serves_nobody_else() throws IOException {
        try (PlayedBackend hasty = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(OK);
                    wire.awaitClosed();
                });
                TestProxy proxy = TestProxy.single(hasty.backend());
                Wire first = proxy.connect();
                Wire second = proxy.connect()) {
            first.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
            assertThat(first.message().body()).isEqualTo("ok");

            expectOk(second, 1);
            assertThat(hasty.connections()).isEqualTo(2);
        }
    }
}
