package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ListenerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long clients are waited for, and that those who wait themselves are left alone. */
class ClientPatienceTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(300);

    private static ListenerConfig timeouts(Duration head, Duration keepAlive, Duration halfClose) {
        return TestConfig.listener(new ClientTimeoutConfig(head, keepAlive, halfClose));
    }

    /** Sends a byte now and then, until nobody takes it. */
    private static void drip(Wire client) {
        Thread dripping = new Thread(() -> await().forever()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try {
                        client.send("X");
                        return false;
                    } catch (IOException over) {
                        return true;
                    }
                }));
        dripping.setDaemon(true);
        dripping.start();
    }

    @Test
    void a_head_that_comes_drop_by_drop_is_not_waited_for() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(timeouts(SOON, LONG, LONG), one.backend());
                Wire client = proxy.connect()) {
            drip(client.send("GET / HTTP/1.1\r\nHost: a\r\nX: "));
            Message refusal = client.message();
            assertThat(refusal.status()).isEqualTo(408);
            assertThat(refusal.field("Connection")).isEqualTo("close");
            assertThat(refusal.body()).contains("head_timeout");
            client.awaitClosed();
            assertThat(one.connections()).isZero();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("head_timeout");
        }
    }

    @Test
    void when_heads_that_are_not_whole_take_too_much_room_the_oldest_are_given_up() throws IOException {
        String begun = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(4000);
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = TestProxy.withHeadRoom(10_000, one.backend());
                Wire oldest = proxy.connect().send(begun);
                Wire older = proxy.connect().send(begun);
                Wire newest = proxy.connect().send(begun)) {
            Message refusal = oldest.message();
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.body()).contains("overloaded");
            assertThat(older.send("\r\n\r\n").message().body()).isEqualTo("one");
            assertThat(newest.send("\r\n\r\n").message().body()).isEqualTo("one");
        }
    }

    @Test
    void the_second_head_of_a_connection_has_its_own_time() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(timeouts(SOON, LONG, LONG), one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET + "GET /b HT").message().body()).isEqualTo("one");

            assertThat(client.message().status()).isEqualTo(408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void a_client_that_asks_nothing_is_left_without_a_word(String empty) throws IOException {
        try (TestProxy proxy = new TestProxy(timeouts(SOON, LONG, LONG));
                Wire client = proxy.connect()) {
            assertThat(client.send(empty).readToEnd()).isEmpty();
            assertThat(proxy.metrics.total()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void a_client_that_asks_nothing_more_is_left_without_a_word(String empty) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(timeouts(LONG, SOON, LONG), one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("one");

            assertThat(client.send(empty).readToEnd()).isEmpty();
        }
    }

    @Test
    void an_answer_that_takes_long_is_no_reason_to_close() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        try (PlayedBackend pondering = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    asked.countDown();
                    await().pollDelay(Duration.ofMillis(800)).until(() -> true);
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                TestProxy proxy = new TestProxy(timeouts(SOON, SOON, SOON), pondering.backend());
                Wire client = proxy.connect()) {
            client.send(GET);

            assertThat(client.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void a_client_that_is_still_sending_is_seen_off_in_peace_however_long_its_answer_took() throws IOException {
        try (PlayedBackend strict = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().pollDelay(Duration.ofMillis(800)).until(() -> true);
                    wire.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
                });
                TestProxy proxy = new TestProxy(timeouts(SOON, LONG, LONG), strict.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\na");
            assertThat(client.readToEnd()).endsWith("big");

            await().during(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> client.send("a"));
        }
    }

    @Test
    void events_that_come_now_and_then_are_no_reason_to_close() throws IOException {
        try (PlayedBackend telling = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
                    for (int i = 0; i < 8; i++) {
                        await().pollDelay(Duration.ofMillis(150)).until(() -> true);
                        wire.send("data: 1\n\n");
                    }
                });
                TestProxy proxy = new TestProxy(
                        timeouts(SOON, SOON, SOON),
                        TestConfig.traffic(TestConfig.timeouts(LONG, SOON, Duration.ofMillis(600))),
                        telling.backend());
                Wire client = proxy.connect()) {
            client.send(GET).closeOutput();

            assertThat(client.message().body()).isEqualTo("data: 1\n\n".repeat(8));
        }
    }

    @Test
    void a_client_that_has_closed_its_sending_side_is_waited_for_only_so_long() throws IOException {
        try (PlayedBackend silent = PlayedBackend.silent();
                TestProxy proxy = new TestProxy(timeouts(LONG, LONG, SOON), silent.backend());
                Wire client = proxy.connect()) {
            client.send(GET).closeOutput();

            assertThat(client.readToEnd()).isEmpty();
            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
        }
    }

    @Test
    void a_body_that_stops_costs_a_408_and_the_backend_is_not_to_blame() throws IOException {
        try (PlayedBackend one = PlayedBackend.silent();
                TestProxy proxy = new TestProxy(TestConfig.timeouts(LONG, LONG, SOON), one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");

            Message refusal = client.message();
            assertThat(refusal.status()).isEqualTo(408);
            assertThat(refusal.field("Connection")).isEqualTo("close");
            client.awaitClosed();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_stalled");
            assertThat(proxy.outcomes).noneMatch(Outcome::failed);
        }
    }

    @Test
    void a_backend_that_gives_up_a_request_whose_body_stopped_is_not_to_blame() throws IOException {
        try (PlayedBackend strict = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
                });
                TestProxy proxy = new TestProxy(strict.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");

            assertThat(client.message().status()).isEqualTo(408);
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_STALLED);
            assertThat(strict.connections()).isOne();
        }
    }
}
