package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the end of an answer is told on, whoever asked (RFC 9112, section 6). */
class AnswerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEAD = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OLD = "GET / HTTP/1.0\r\n\r\n";
    private static final String OLD_KEPT = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x\r\nk\r\n0\r\nX-Sum: 2\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 204\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 205 Reset Content\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void the_next_answer_follows_one_without_a_body(String bodiless) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(bodiless, bodiless, LENGTH);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                Message answer = client.send(GET).message();
                assertThat(answer.head()).startsWith(bodiless.substring(0, 12));
                assertThat(answer.body()).isEmpty();
                assertThat(answer.field("Connection")).isEmpty();
            }
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\n', ''",
        "'HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n', 4",
    })
    void a_length_is_told_only_where_it_may_be(String answer, String length) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(answer);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            String head = client.send(GET).readHead();
            assertThat(new Message(head, "", "").field("Content-Length")).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n', 1000",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', ''",
        "'HTTP/1.1 200 OK\r\n\r\n', ''",
    })
    void the_answer_to_head_ends_with_its_head(String answer, String length) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(answer, answer, LENGTH);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                Message head = new Message(client.send(HEAD).readHead(), "", "");
                assertThat(head.status()).isEqualTo(200);
                assertThat(head.field("Content-Length")).isEqualTo(length);
                assertThat(head.field("Connection")).isEmpty();
            }
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @Test
    void the_next_answers_follow_a_chunked_one_to_head() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send(head.startsWith("HEAD") ? CHUNKED.substring(0, CHUNKED.indexOf("1\r\no")) : CHUNKED);
                    }
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(HEAD + GET + HEAD + GET);
            for (int i = 0; i < 2; i++) {
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
                Message answer = client.message();
                assertThat(answer.body()).isEqualTo("ok");
                assertThat(answer.trailers()).isEqualTo("X-Sum: 2\r\n");
            }
        }
    }

    @Test
    void a_client_of_http_1_0_gets_a_chunked_answer_without_chunks_to_the_connections_end() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(CHUNKED);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire hopeful = proxy.connect()) {
            Message answer = client.send(OLD).message();
            assertThat(answer.head()).doesNotContainIgnoringCase("transfer-encoding");
            assertThat(answer.body()).isEqualTo("ok");

            Message other = hopeful.send(OLD_KEPT).message();
            assertThat(other.field("Connection")).isEqualTo("close");
            assertThat(other.body()).isEqualTo("ok");
        }
    }

    @Test
    void a_client_of_http_1_0_that_asks_for_it_is_kept_and_one_that_does_not_is_not() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(LENGTH);
                TestProxy proxy = new TestProxy(one.backend());
                Wire kept = proxy.connect();
                Wire left = proxy.connect()) {
            for (int i = 0; i < 3; i++) {
                Message answer = kept.send(OLD_KEPT).message();
                assertThat(answer.field("Connection")).isEqualTo("keep-alive");
                assertThat(answer.body()).isEqualTo("ok");
            }
            assertThat(left.send(OLD).message().field("Connection")).isEqualTo("close");
            assertThat(left.readToEnd()).isEmpty();
        }
    }

    @Test
    void a_client_that_wants_its_connection_closed_gets_that() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(LENGTH);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(client.message().field("Connection")).isEqualTo("close");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\nok",
                "HTTP/1.0 200 OK\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\n\r\nok",
            })
    void an_answer_that_its_connection_ends_is_chunked_for_a_client_that_stays(String answer) throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(answer);
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire old = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                Message relayed = client.send(GET).message();
                assertThat(relayed.field("Transfer-Encoding")).isEqualTo("chunked");
                assertThat(relayed.body()).isEqualTo("ok");
            }
            assertThat(old.send(OLD).message().body()).isEqualTo("ok");
        }
    }

    @Test
    void an_answer_cut_at_every_byte_is_relayed_like_a_whole_one() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (int cut = 1; cut < CHUNKED.length(); cut++) {
                        wire.readHead();
                        wire.send(CHUNKED.substring(0, cut));
                        wire.send(CHUNKED.substring(cut));
                    }
                });
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            for (int cut = 1; cut < CHUNKED.length(); cut++) {
                Message answer = client.send(GET).message();
                assertThat(answer.body()).isEqualTo("ok");
                assertThat(answer.trailers()).isEqualTo("X-Sum: 2\r\n");
            }
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "299 Odd", "404 Not Found", "418", "500 ", "599 \u00fc"})
    void statuses_and_reasons_are_told_as_they_came(String status) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nok");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            Message answer = client.send(GET).message();
            assertThat(answer.startLine().trim()).isEqualTo("HTTP/1.1 " + status.trim());
            assertThat(answer.body()).isEqualTo("ok");
        }
    }
}
