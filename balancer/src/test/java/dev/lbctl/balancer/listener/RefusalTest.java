package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.retry.Outcome;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests with more than one reading, or none (RFC 9112, section 11.2): nobody behind the proxy sees them. */
class RefusalTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static void expectRefusal(Wire client, int status) throws IOException {
        Message refusal = client.message();
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.field("Connection")).isEqualTo("close");
        assertThat(refusal.body()).contains("\"error\":");
        client.awaitClosed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1x\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a\u0000b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\rX HTTP/1.1\r\nHost: a\r\n\r\n",
                "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999999999999999\r\n\r\nabc",
                "POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\u000bchunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc",
                "CONNECT b:1 HTTP/1.1\r\nHost: b:1\r\nContent-Length: 3\r\n\r\nabc",
                "CONNECT / HTTP/1.1\r\nHost: b:1\r\n\r\n",
                "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                "PRI * HTTP/2.0x\r\n\r\n",
            })
    void a_request_that_could_be_read_in_two_ways_reaches_nobody(String request) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            expectRefusal(client.send(request), 400);
            assertThat(one.connections()).isZero();
            assertThat(proxy.metrics.inFlight()).isZero();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("bad_request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/2.0\r\nHost: a\r\n\r\n', 505",
        "'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505",
        "'GET / HTTP/1.2\r\nHost: a\r\n\r\n', 505",
        "'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n', 501",
    })
    void what_is_sound_but_not_served_here_is_told_so(String request, int status) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            expectRefusal(client.send(request), status);
            assertThat(one.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /\nX",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + GET,
                "xyz\u0000",
            })
    void a_bad_request_behind_a_good_one_is_refused_in_its_turn(String second) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        String ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        try (PlayedBackend one = PlayedBackend.answering(received, ok);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET + "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab" + second);
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(client.message().body()).isEqualTo("ok");

            expectRefusal(client, 400);
            assertThat(received).extracting(Message::startLine).containsExactly("GET / HTTP/1.1", "PUT / HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "so many\r\nabc\r\n0\r\n\r\n",
                "-1\r\n",
                "0x3\r\nabc\r\n",
                "3\nabc\r\n",
                "3\r\nabcd\r\n",
                "3\r\nabc\n",
                "11111111111111111\r\n",
                "3;a=\"\r\nabc\r\n",
                "0\r\nContent-Length: 3\r\n\r\n",
                "0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "0\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n",
                "0\r\nX : y\r\n\r\n",
                "0\r\n\r" + "x",
            })
    void a_body_that_goes_wrong_on_its_way_costs_a_400_and_ends_the_backends_connection(String rest)
            throws IOException {
        CountDownLatch dropped = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.awaitClosed();
                    dropped.countDown();
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(CHUNKED + "2\r\nab\r\n");
            await().until(() -> one.connections() == 1);

            expectRefusal(client.send(rest), 400);
            await().until(() -> dropped.getCount() == 0);
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_MALFORMED);
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    void a_body_that_goes_wrong_when_the_answer_has_begun_breaks_the_connection() throws IOException {
        try (PlayedBackend early = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(early.backend());
                Wire client = proxy.connect()) {
            client.send(CHUNKED).readHead();
            assertThat(client.read(3)).isEqualTo("abc");

            assertThat(client.send("x\r\n").awaitReset()).isTrue();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_malformed");
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    void a_refusal_reaches_a_client_that_is_still_sending_and_its_end_is_orderly() throws IOException {
        try (TestProxy proxy = new TestProxy();
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nbad\r\n\r\n" + "x".repeat(100_000));
            assertThat(client.message().status()).isEqualTo(400);
            client.send("x".repeat(100_000)).closeOutput();

            assertThat(client.awaitReset()).isFalse();
        }
    }
}
