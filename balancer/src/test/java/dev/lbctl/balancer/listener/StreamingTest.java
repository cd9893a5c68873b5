package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies pass piece by piece, no faster than they are taken, and are nowhere whole. */
class StreamingTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final int LARGE = 100_000_000;
    private static final int PART = 1_000_000;
    /** What the proxy may hold of a transfer: two sockets' worth, not a hundred megabytes. */
    private static final long BOUND = 16_000_000;

    private static void sendLarge(Wire wire) throws IOException {
        String part = "x".repeat(PART);
        for (int sent = 0; sent < LARGE; sent += PART) {
            wire.send(part);
        }
    }

    private static Thread sending(Wire wire) {
        Thread sending = new Thread(() -> {
            try {
                sendLarge(wire);
            } catch (IOException ended) {
                return;
            }
        });
        sending.setDaemon(true);
        sending.start();
        return sending;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Transfer-Encoding: chunked\r\n", "Content-Length: 40\r\n", "Content-Type: text/event-stream\r\n"
            })
    void each_piece_of_an_answer_is_passed_on_before_the_next_is_sent(String framing) throws IOException {
        Semaphore seen = new Semaphore(0);
        boolean chunked = framing.startsWith("Transfer");
        try (PlayedBackend telling = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\n" + framing + "\r\n");
                    for (int i = 0; i < 4; i++) {
                        seen.acquireUninterruptibly();
                        wire.send(chunked ? "a\r\ndata: pi" + i + "\n\r\n" : "data: pi" + i + "\n");
                    }
                });
                TestProxy proxy = new TestProxy(telling.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            for (int i = 0; i < 4; i++) {
                seen.release();
                String line = client.readLine();
                assertThat(line.startsWith("data") ? line : client.readLine()).isEqualTo("data: pi" + i + "\n");
                if (!framing.startsWith("Content-Length")) {
                    client.readLine();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void each_piece_of_a_request_is_passed_on_before_the_next_is_sent(boolean chunked) throws IOException {
        try (PlayedBackend echoing = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n");
                    for (int i = 0; i < 4; i++) {
                        wire.send(wire.read(chunked ? 10 : 5).substring(chunked ? 3 : 0, chunked ? 8 : 5));
                    }
                });
                TestProxy proxy = new TestProxy(echoing.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\n"
                    + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 20\r\n\r\n"));
            client.readHead();
            for (int i = 0; i < 4; i++) {
                client.send(chunked ? "5\r\npart" + i + "\r\n" : "part" + i);
                assertThat(client.read(5)).isEqualTo("part" + i);
            }
        }
    }

    @Test
    void a_large_answer_waits_at_the_backend_for_a_client_that_does_not_read() throws IOException {
        AtomicLong before = new AtomicLong();
        try (PlayedBackend generous = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    before.set(PlatformDependent.usedDirectMemory());
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
                    sendLarge(wire);
                });
                TestProxy proxy = new TestProxy(generous.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(PlatformDependent.usedDirectMemory() - before.get())
                            .isLessThan(BOUND));
            client.skip(LARGE);

            await().until(() -> proxy.metrics.total() == 1);
            assertThat(proxy.lastRecord().answered().bytesOut()).isEqualTo(LARGE);
        }
    }

    @Test
    void a_large_upload_waits_at_the_client_for_a_backend_that_does_not_read() throws Exception {
        Semaphore reading = new Semaphore(0);
        try (PlayedBackend slow = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    reading.acquireUninterruptibly();
                    wire.skip(LARGE);
                    wire.send("HTTP/1.1 204 No Content\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(slow.backend());
                Wire client = proxy.connect()) {
            long before = PlatformDependent.usedDirectMemory();
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + LARGE + "\r\n\r\n");
            Thread sending = sending(client);
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(PlatformDependent.usedDirectMemory() - before)
                            .isLessThan(BOUND));
            assertThat(sending.isAlive()).isTrue();
            reading.release();

            assertThat(client.message().status()).isEqualTo(204);
            assertThat(proxy.lastRecord().answered().bytesIn()).isEqualTo(LARGE);
        }
    }

    @Test
    void a_large_body_is_echoed_while_it_comes() throws Exception {
        try (PlayedBackend echoing = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
                    for (int echoed = 0; echoed < LARGE; echoed += PART) {
                        wire.send(wire.read(PART));
                    }
                });
                TestProxy proxy = new TestProxy(echoing.backend());
                Wire client = proxy.connect()) {
            long before = PlatformDependent.usedDirectMemory();
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + LARGE + "\r\n\r\n");
            Thread sending = sending(client);
            client.readHead();
            client.skip(LARGE);
            sending.join();

            assertThat(PlatformDependent.usedDirectMemory() - before).isLessThan(BOUND);
        }
    }

    @Test
    void trailers_pass_both_ways() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(
                        received,
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 2\r\n\r\n");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n"
                    + "3;ext=1\r\nabc\r\n4\r\ndefg\r\n0\r\nX-End: 7\r\nX-More: 1\r\n\r\n");

            Message answer = client.message();
            assertThat(answer.field("Trailer")).isEqualTo("X-Sum");
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.trailers()).isEqualTo("X-Sum: 2\r\n");
            assertThat(received.element().body()).isEqualTo("abcdefg");
            assertThat(received.element().field("Trailer")).isEqualTo("X-End");
            assertThat(received.element().trailers()).isEqualTo("X-End: 7\r\nX-More: 1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 65_536, 300_000})
    void a_chunked_body_of_any_size_comes_back_whole(int size) throws IOException {
        try (PlayedBackend echoing = new PlayedBackend("one", wire -> {
                    for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                        String chunk = Integer.toHexString(size) + "\r\n" + request.body() + "\r\n";
                        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + (size == 0 ? "" : chunk)
                                + "0\r\n\r\n");
                    }
                });
                TestProxy proxy = new TestProxy(echoing.backend());
                Wire client = proxy.connect()) {
            String chunk = Integer.toHexString(size) + "\r\n" + "y".repeat(size) + "\r\n";
            for (int i = 0; i < 3; i++) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + (size == 0 ? "" : chunk) + "0\r\n\r\n");
                assertThat(client.message().body()).isEqualTo("y".repeat(size));
            }
            assertThat(echoing.connections()).isEqualTo(1);
        }
    }
}
