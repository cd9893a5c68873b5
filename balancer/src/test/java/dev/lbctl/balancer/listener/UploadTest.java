package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a body whose pieces meet retries, early answers and slow ends. */
class UploadTest {
    private static final String PUT = "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    private static final TimeoutConfig PATIENT =
            TestConfig.timeouts(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static String body(Wire wire) throws IOException {
        String head = wire.readHead();
        return wire.read(PlayedBackend.contentLength(head));
    }

    @Test
    void a_piece_that_comes_while_the_next_member_is_being_connected_is_not_lost() throws Exception {
        try (PlayedBackend dying = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.reset();
                });
                PlayedBackend slow = PlayedBackend.late("two", wire -> PlayedBackend.greet(wire, "two"));
                TestProxy proxy = new TestProxy(PATIENT, dying.backend(), slow.backend());
                Wire client = proxy.connect()) {
            client.send(PUT);
            await().untilAsserted(() -> assertThat(proxy.outcomes).hasSize(1));
            client.send("abc" + PUT + "def");
            slow.beginToAccept();

            assertThat(body(client)).isEqualTo("two");
            assertThat(client.readHead()).startsWith("HTTP/1.1 ");
        }
    }

    @Test
    void an_upload_in_tiny_chunks_that_waited_for_its_backend_arrives_whole() throws Exception {
        String chunks = "1\r\na\r\n".repeat(10_000) + "0\r\n\r\n";
        try (PlayedBackend late = PlayedBackend.late("one", wire -> {
                    wire.readHead();
                    assertThat(wire.read(chunks.length())).isEqualTo(chunks);
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                TestProxy proxy = new TestProxy(PATIENT, late.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            await().until(() -> proxy.inFlight() == 1);
            late.beginToAccept();

            assertThat(body(client)).isEqualTo("ok");
        }
    }

    @Test
    void an_early_answer_reaches_a_client_that_is_still_sending() throws Exception {
        try (PlayedBackend strict = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
                });
                TestProxy proxy = new TestProxy(strict.backend())) {
            for (int i = 0; i < 20; i++) {
                try (Wire client = proxy.connect()) {
                    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n");
                    Thread sender = new Thread(() -> {
                        try {
                            for (int part = 0; part < 50; part++) {
                                client.send("x".repeat(1_000_000));
                            }
                        } catch (IOException refused) {
                            return;
                        }
                    });
                    sender.start();
                    sender.join();
                    String head = client.readHead();
                    assertThat(head).startsWith("HTTP/1.1 413 ");
                    assertThat(client.read(3)).isEqualTo("big");
                }
            }
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsOnly(Outcome.Kind.COMPLETED);
        }
    }

    @Test
    void a_refusal_reaches_a_client_that_is_still_sending() throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            for (int i = 0; i < 20; i++) {
                try (Wire client = proxy.connect()) {
                    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
                    try {
                        client.send("x".repeat(1_000_000));
                    } catch (IOException refused) {
                        // The answer says why.
                    }
                    assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000_000})
    void a_client_that_closes_its_sending_side_behind_its_body_gets_its_answer(int length) throws IOException {
        try (PlayedBackend counting = new PlayedBackend("one", wire -> {
                    wire.skip(PlayedBackend.contentLength(wire.readHead()));
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");
                });
                TestProxy proxy = new TestProxy(counting.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length))
                    .closeOutput();

            assertThat(client.message().body()).isEqualTo("good");
        }
    }

    @Test
    void a_client_that_closes_its_sending_side_within_its_body_has_left() throws IOException {
        try (PlayedBackend waiting = new PlayedBackend("one", Wire::awaitClosed);
                TestProxy proxy = new TestProxy(waiting.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabc")
                    .closeOutput();
            client.awaitClosed();

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
        }
    }
}
