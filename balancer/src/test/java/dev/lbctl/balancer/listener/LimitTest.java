package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is taken from a client, and what it is told beyond. */
class LimitTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final ListenerConfig SMALL = TestConfig.listener(new LimitConfig(256, 1024, 5, 10, 3));

    private static void expectRefusal(Wire client, int status, String cause) throws IOException {
        Message refusal = client.message();
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.body()).contains("\"error\":\"" + cause + "\"");
        client.awaitClosed();
    }

    @ParameterizedTest
    @CsvSource({"242, 200", "243, 414", "9000, 414"})
    void a_request_line_longer_than_the_limit_is_refused(int targetLength, int status) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send("GET /" + "a".repeat(targetLength) + " HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(client.message().status()).isEqualTo(status);
            assertThat(one.connections()).isEqualTo(status == 200 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 200", "6, 431", "100, 431"})
    void more_fields_than_the_limit_are_refused(int fields, int status) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(fields - 1) + "\r\n");

            assertThat(client.message().status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"900, 200", "1100, 431", "100000, 431"})
    void a_header_section_larger_than_the_limit_is_refused(int length, int status) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(length) + "\r\n\r\n");

            assertThat(client.message().status()).isEqualTo(status);
        }
    }

    @Test
    void a_head_without_end_is_refused_before_its_end() throws IOException {
        try (TestProxy proxy = new TestProxy(SMALL);
                Wire client = proxy.connect()) {
            expectRefusal(client.send("GET /" + "a".repeat(300)), 414, "uri_too_long");
        }
        try (TestProxy proxy = new TestProxy(SMALL);
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(2000));
            expectRefusal(client, 431, "headers_too_large");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 1_000_000, 999_999_999_999_999_999L})
    void a_body_said_to_be_larger_than_the_limit_reaches_nobody(long length) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");

            expectRefusal(client, 413, "body_too_large");
            assertThat(one.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\n0123456789",
                "Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n"
            })
    void a_body_as_large_as_the_limit_passes(String rest) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\n" + rest);

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received.element().body()).isEqualTo("0123456789");
            assertThat(proxy.lastRecord().answered().bytesIn()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b\r\n01234567890\r\n", "5\r\n01234\r\n5\r\n56789\r\n1\r\n0\r\n"})
    void a_chunked_body_that_grows_over_the_limit_is_refused_on_its_way(String chunks) throws IOException {
        try (PlayedBackend one = PlayedBackend.silent();
                TestProxy proxy = new TestProxy(SMALL, one.backend());
                Wire client = proxy.connect()) {
            client.send(CHUNKED + chunks);

            expectRefusal(client, 413, "body_too_large");
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
            assertThat(proxy.outcomes).noneMatch(outcome -> outcome.failed());
        }
    }

    @Test
    void a_body_that_grows_over_the_limit_when_the_answer_has_begun_breaks_the_connection() throws IOException {
        try (PlayedBackend early = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(SMALL, early.backend());
                Wire client = proxy.connect()) {
            client.send(CHUNKED).readHead();
            assertThat(client.read(3)).isEqualTo("abc");

            assertThat(client.send("b\r\n01234567890\r\n").awaitReset()).isTrue();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_oversized");
        }
    }

    @Test
    void a_client_too_many_is_told_so_and_has_room_when_another_has_left() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(SMALL, one.backend())) {
            List<Wire> served = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                served.add(proxy.connect());
                assertThat(served.get(i).send(GET).message().status()).isEqualTo(200);
            }
            for (int i = 0; i < 3; i++) {
                try (Wire tooMany = proxy.connect()) {
                    Message refusal = tooMany.send(GET).message();
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.field("Retry-After")).isEqualTo("1");
                    assertThat(refusal.field("Connection")).isEqualTo("close");
                    assertThat(refusal.body()).contains("\"error\":\"overloaded\"");
                    assertThat(tooMany.awaitReset()).isFalse();
                }
            }
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("overloaded");
            served.get(0).close();

            await().untilAsserted(() -> {
                try (Wire client = proxy.connect()) {
                    assertThat(client.send(GET).message().status()).isEqualTo(200);
                }
            });
            assertThat(served.get(1).send(GET).message().status()).isEqualTo(200);
            for (Wire client : served) {
                client.close();
            }
        }
    }
}
