package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next member gets of a request that is repeated. */
class RepeatedRequestTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Queue<Message> received = new ConcurrentLinkedQueue<>();

    private static TrafficConfig retries(int attempts) {
        return TestConfig.traffic(new RetryConfig(attempts, 100, 1_000, 1_000));
    }

    private static PlayedBackend dying(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            wire.message();
            wire.reset();
        });
    }

    private PlayedBackend noting(String name) throws IOException {
        return PlayedBackend.answering(name, received, OK);
    }

    /** Takes pieces one by one, tells of each, and resets its connection after the last. */
    private static PlayedBackend dyingAfter(Semaphore taken, String... pieces) throws IOException {
        return new PlayedBackend("1", wire -> {
            wire.readHead();
            for (String piece : pieces) {
                assertThat(wire.read(piece.length())).isEqualTo(piece);
                taken.release();
            }
            wire.reset();
        });
    }

    private static void sendSlowly(Wire client, Semaphore taken, String... pieces) throws IOException {
        for (String piece : pieces) {
            client.send(piece);
            taken.acquireUninterruptibly();
        }
    }

    @Test
    void a_body_with_a_length_arrives_whole_at_the_next_however_it_came() throws IOException {
        Semaphore taken = new Semaphore(0);
        String[] pieces = {"a", "bc\r\n\0", "\u00ff".repeat(500), "z"};
        String body = String.join("", pieces);
        try (PlayedBackend dying = dyingAfter(taken, pieces);
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(retries(1), dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n");
            sendSlowly(client, taken, pieces);

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received).extracting(Message::body).containsExactly(body);
        }
    }

    @Test
    void a_chunked_body_arrives_whole_at_the_next_with_its_trailers() throws IOException {
        Semaphore taken = new Semaphore(0);
        String[] pieces = {"3\r\nabc\r\n", "a\r\n0123456789\r\n", "1\r\nz\r\n", "0\r\nX-Sum: 9\r\n\r\n"};
        try (PlayedBackend dying = dyingAfter(taken, pieces);
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(retries(1), dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("DELETE / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n");
            sendSlowly(client, taken, pieces);

            assertThat(client.message().body()).isEqualTo("ok");
            Message repeated = received.remove();
            assertThat(repeated.body()).isEqualTo("abc0123456789z");
            assertThat(repeated.trailers()).isEqualTo("X-Sum: 9\r\n");
        }
    }

    @Test
    void a_body_that_has_come_in_part_goes_on_at_the_next() throws IOException {
        Semaphore taken = new Semaphore(0);
        try (PlayedBackend dying = dyingAfter(taken, "abc", "def");
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(retries(1), dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
            sendSlowly(client, taken, "abc", "def");
            client.send("ghi");

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received).extracting(Message::body).containsExactly("abcdefghi");
        }
    }

    @Test
    void a_body_may_be_sent_as_often_as_there_are_retries() throws IOException {
        try (PlayedBackend one = dying("1");
                PlayedBackend two = dying("2");
                PlayedBackend three = dying("3");
                PlayedBackend four = noting("4");
                TestProxy proxy =
                        new TestProxy(retries(3), one.backend(), two.backend(), three.backend(), four.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received).extracting(Message::body).containsExactly("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 502"})
    void a_body_is_kept_up_to_the_limit_and_not_beyond(int length, int status) throws IOException {
        String body = "x".repeat(length);
        try (PlayedBackend dying = dying("1");
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(retries(1), dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + body);

            assertThat(client.message().status()).isEqualTo(status);
            assertThat(received).hasSize(status == 200 ? 1 : 0);
        }
    }

    @Test
    void the_next_is_told_the_same_request() throws IOException {
        try (PlayedBackend dying = new PlayedBackend("1", wire -> {
                    received.add(wire.message());
                    wire.reset();
                });
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("GET /a?b HTTP/1.1\r\nHost: a\r\nX-Mine: 1\r\n\r\n").message();

            assertThat(received).hasSize(2);
            assertThat(received.remove().head()).isEqualTo(received.remove().head());
        }
    }
}
