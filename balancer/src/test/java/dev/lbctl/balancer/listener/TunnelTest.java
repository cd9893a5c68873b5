package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes after both sides agreed to leave HTTP (RFC 9110, section 7.8), and how it ends. */
class TunnelTest {
    private static final String UPGRADE =
            "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n";
    private static final String SWITCHING =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-Key: 1\r\n\r\n";

    private static PlayedBackend switching(PlayedBackend.Script then) throws IOException {
        return new PlayedBackend("one", wire -> {
            if (wire.readHead().contains("Upgrade: websocket\r\n")) {
                wire.send(SWITCHING);
                then.play(wire);
            } else {
                wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        });
    }

    private static TimeoutConfig timeouts(Duration idle, Duration upgrade) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        return new TimeoutConfig(
                shipped.connect(), shipped.responseHead(), idle, shipped.queue(), shipped.answer(), upgrade);
    }

    @Test
    void bytes_pass_both_ways_and_the_member_is_busy_as_long_as_they_may() throws IOException {
        try (PlayedBackend one = switching(wire -> {
                    for (int i = 0; i < 3; i++) {
                        wire.send(wire.read(4).replace("ping", "pong"));
                    }
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            Message agreed = client.send(UPGRADE).message();
            assertThat(agreed.status()).isEqualTo(101);
            assertThat(agreed.field("Upgrade")).isEqualTo("websocket");
            assertThat(agreed.field("Connection")).isEqualTo("upgrade");
            assertThat(agreed.field("X-Key")).isEqualTo("1");
            for (int i = 0; i < 3; i++) {
                assertThat(proxy.inFlight()).isEqualTo(1);
                assertThat(client.send("ping").read(4)).isEqualTo("pong");
            }

            assertThat(client.readToEnd()).isEmpty();
            client.hangUp();
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
            await().until(() -> proxy.metrics.total() == 1);
            assertThat(proxy.lastRecord().answered().status()).isEqualTo(101);
            assertThat(proxy.lastRecord().answered().bytesIn()).isEqualTo(12);
            assertThat(proxy.lastRecord().answered().bytesOut()).isEqualTo(12);
            assertThat(proxy.lastRecord().answered().cause()).isNull();
        }
    }

    @Test
    void what_either_side_sends_ahead_arrives_first() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(SWITCHING + "welcome");
                    wire.send(wire.read("early, late".length()));
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE + "early");
            assertThat(client.message().status()).isEqualTo(101);
            assertThat(client.read(7)).isEqualTo("welcome");
            client.send(", late");
            assertThat(client.readToEnd()).isEqualTo("early, late");
        }
    }

    @Test
    void a_client_that_has_ended_is_still_told_the_rest() throws IOException {
        try (PlayedBackend one = switching(wire -> wire.send("after " + wire.readToEnd()));
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            client.send("all").closeOutput();

            assertThat(client.readToEnd()).isEqualTo("after all");
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
        }
    }

    @Test
    void a_client_that_has_ended_before_its_backend_took_all_is_still_told_the_rest() throws Exception {
        int size = 20_000_000;
        try (PlayedBackend one =
                        switching(wire -> wire.send("after " + wire.readToEnd().length()));
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            client.send("x".repeat(size)).closeOutput();

            assertThat(client.readToEnd()).isEqualTo("after " + size);
        }
    }

    @Test
    void a_backend_that_has_ended_is_still_told_the_rest() throws IOException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = switching(wire -> {
                    wire.send("that was all").closeOutput();
                    told.add(wire.readToEnd());
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            assertThat(client.readToEnd()).isEqualTo("that was all");
            client.send("x".repeat(1_000_000)).hangUp();

            await().untilAsserted(() -> assertThat(told)
                    .singleElement()
                    .satisfies(all -> assertThat(all).hasSize(1_000_000)));
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_client_that_leaves_ends_the_backends_connection_and_nobody_else_gets_it(boolean reset) throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        try (PlayedBackend one = switching(wire -> {
                    wire.awaitClosed();
                    ended.countDown();
                });
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect();
                Wire next = proxy.connect()) {
            client.send(UPGRADE).message();
            if (reset) {
                client.reset();
            } else {
                client.hangUp();
            }

            await().until(() -> ended.getCount() == 0);
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
            assertThat(next.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").message().body())
                    .isEqualTo("ok");
            assertThat(one.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_backend_that_breaks_off_breaks_the_clients_connection_too() throws IOException {
        try (PlayedBackend one = switching(wire -> {
                    wire.read(1);
                    wire.reset();
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();

            assertThat(client.send("x").awaitReset()).isTrue();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("closed");
        }
    }

    @Test
    void much_passes_at_the_pace_of_a_slow_reader_at_either_end() throws Exception {
        int size = 20_000_000;
        try (PlayedBackend one = switching(wire -> {
                    Thread sending = sending(wire, size);
                    wire.skip(size);
                    join(sending);
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            Thread sending = sending(client, size);
            client.skip(size);
            sending.join();

            assertThat(client.readToEnd()).isEmpty();
        }
    }

    private static Thread sending(Wire wire, int size) {
        Thread sending = new Thread(() -> {
            try {
                for (int sent = 0; sent < size; sent += 1_000_000) {
                    wire.send("x".repeat(1_000_000));
                }
            } catch (IOException ended) {
                return;
            }
        });
        sending.start();
        return sending;
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_tunnel_in_which_nothing_moves_ends(boolean halfClosed) throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        Duration hour = Duration.ofHours(1);
        Duration soon = Duration.ofMillis(200);
        TimeoutConfig timeouts = halfClosed ? timeouts(soon, hour) : timeouts(hour, soon);
        try (PlayedBackend one = switching(wire -> {
                    wire.readToEnd();
                    ended.countDown();
                    await().forever().until(() -> false);
                });
                TestProxy proxy = new TestProxy(timeouts, one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            if (halfClosed) {
                client.closeOutput();
            }

            client.awaitClosed();
            await().until(() -> ended.getCount() == 0);
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
        }
    }

    @Test
    void a_server_that_stops_lets_a_tunnel_live_for_its_patience() throws Exception {
        try (PlayedBackend one = switching(wire -> PlayedBackend.greet(wire, "one"));
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire idle = proxy.connect()) {
            client.send(UPGRADE).message();
            Thread stopping = new Thread(() -> proxy.stop(Duration.ofSeconds(1)));
            stopping.start();
            idle.awaitClosed();

            assertThat(client.send("any\r\n\r\n").message().body()).isEqualTo("one");
            client.awaitClosed();
            stopping.join();
        }
    }

    @Test
    void outcomes_of_tunnels_that_ended_are_no_failures() throws IOException {
        try (PlayedBackend one = switching(Wire::awaitClosed);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(UPGRADE).message();
            client.hangUp();

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.COMPLETED));
        }
    }
}
