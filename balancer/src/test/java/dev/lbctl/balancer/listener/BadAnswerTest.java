package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.retry.Outcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with more than one reading, or with more than one answer in them: no client gets what was meant for another. */
class BadAnswerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String EVIL = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";

    /** Sends {@code odd} on its first connection, and is sound on every other. */
    private static PlayedBackend once(String odd) throws IOException {
        AtomicInteger connections = new AtomicInteger();
        return new PlayedBackend("one", wire -> {
            boolean first = connections.incrementAndGet() == 1;
            for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                wire.send(first ? odd : OK);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2a\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 30\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\nTransfer-Encoding: chunked\r\n\r\n" + OK,
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
                "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 O\rK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nNo colon\r\n\r\n",
                "HTTP/1.1 000 Odd\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 099 Odd\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 600 Odd\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/2 200\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/3.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "http/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "<html>\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
            })
    void an_answer_that_is_not_sound_http_costs_a_502_and_its_connection(String answer) throws IOException {
        try (PlayedBackend odd = once(answer);
                TestProxy proxy = TestProxy.single(odd.backend());
                Wire client = proxy.connect()) {
            Message refusal = client.send(POST).message();
            assertThat(refusal.status()).isEqualTo(502);
            assertThat(refusal.body()).contains("\"error\":\"bad_response\"");
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.BAD_RESPONSE);

            assertThat(client.send(POST).message().body()).isEqualTo("ok");
            assertThat(odd.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 70_000})
    void a_head_that_is_too_large_to_be_meant_costs_a_502(int size) throws IOException {
        String line = "HTTP/1.1 200 " + "x".repeat(size) + "\r\nContent-Length: 0\r\n\r\n";
        String section = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(size) + "\r\nContent-Length: 0\r\n\r\n";
        try (PlayedBackend odd = PlayedBackend.answering(size > 65_536 ? section : line);
                TestProxy proxy = new TestProxy(odd.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(POST).message().status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + EVIL,
                OK + "evil",
                OK + "\r\n",
                OK + "H",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n" + EVIL,
                "HTTP/1.1 204 No Content\r\n\r\nevil",
                "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nevil\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + EVIL,
                OK + "HTTP/1.1 100 Continue\r\n\r\n",
            })
    void what_comes_behind_an_answer_answers_nobody(String answer) throws IOException {
        try (PlayedBackend odd = once(answer);
                TestProxy proxy = TestProxy.single(odd.backend());
                Wire client = proxy.connect();
                Wire other = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isIn("ok", "");
            assertThat(other.send(GET).message().body()).isEqualTo("ok");
            assertThat(client.send(GET.repeat(10)).message().body()).isEqualTo("ok");
            for (int i = 1; i < 10; i++) {
                assertThat(client.message().body()).isEqualTo("ok");
            }
        }
    }

    @Test
    void a_body_in_the_answer_to_head_answers_nobody() throws IOException {
        try (PlayedBackend odd = once(EVIL);
                TestProxy proxy = TestProxy.single(odd.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").readHead())
                    .contains("Content-Length: 4\r\n");
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(odd.connections()).isEqualTo(2);
        }
    }

    @Test
    void two_answers_at_once_to_many_pipelined_requests_never_shift_by_one() throws IOException {
        try (PlayedBackend chatty = PlayedBackend.answering(OK + EVIL);
                TestProxy proxy = new TestProxy(chatty.backend());
                Wire client = proxy.connect()) {
            client.send(GET.repeat(20));
            for (int i = 0; i < 20; i++) {
                assertThat(client.message().body()).isEqualTo("ok");
            }
        }
    }

    @Test
    void an_answer_before_the_whole_request_is_relayed_and_its_connection_given_up() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (PlayedBackend hasty = new PlayedBackend("one", wire -> {
                    if (connections.incrementAndGet() == 1) {
                        wire.readHead();
                        wire.send(OK + EVIL);
                        wire.awaitClosed();
                    } else {
                        PlayedBackend.greet(wire, "ok");
                    }
                });
                TestProxy proxy = TestProxy.single(hasty.backend());
                Wire client = proxy.connect();
                Wire other = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(client.readToEnd()).isEmpty();

            assertThat(other.send(GET).message().body()).isEqualTo("ok");
            assertThat(hasty.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"so many\r\nok", "2;a\nok", "FFFFFFFFFFFFFFFFF\r\nok", "0\r\n odd\r\n\r\n"})
    void what_goes_wrong_together_with_its_head_costs_a_502(String chunks) throws IOException {
        try (PlayedBackend odd = once("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
                TestProxy proxy = TestProxy.single(odd.backend());
                Wire client = proxy.connect()) {
            Message refusal = client.send(GET).message();
            assertThat(refusal.status()).isEqualTo(502);
            assertThat(refusal.body()).contains("\"error\":\"bad_response\"");
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.BAD_RESPONSE);
            assertThat(proxy.lastRecord().phases().firstByteNanos()).isEqualTo(Phases.NONE);

            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(odd.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_chunk_that_goes_wrong_behind_others_breaks_the_clients_connection() throws IOException {
        try (PlayedBackend odd = PlayedBackend.answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n" + EVIL);
                TestProxy proxy = new TestProxy(odd.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).awaitReset()).isTrue();
            await().untilAsserted(() ->
                    assertThat(proxy.lastRecord().answered().cause()).isEqualTo("bad_response"));
        }
    }
}
