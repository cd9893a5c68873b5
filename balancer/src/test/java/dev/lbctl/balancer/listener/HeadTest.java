package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.HostHeader;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a backend is told of a request, and a client of an answer. */
class HeadTest {

    @ParameterizedTest
    @CsvSource({
        "GET http://here:81/a%2Fb?x=/y HTTP/1.1, GET /a%2Fb?x=/y HTTP/1.1, here:81",
        "GET http://HERE?x HTTP/1.1, GET /?x HTTP/1.1, here",
        "GET http://here HTTP/1.1, GET / HTTP/1.1, here",
        "OPTIONS * HTTP/1.1, OPTIONS * HTTP/1.1, here",
        "BREW /%7e/../..//a;b?://c HTTP/1.1, BREW /%7e/../..//a;b?://c HTTP/1.1, here",
    })
    void a_backend_is_asked_in_origin_form_for_the_host_that_was_meant(String line, String asked, String host)
            throws IOException {
        Queue<String> heads = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    heads.add(wire.readHead());
                    wire.send("HTTP/1.1 204 No Content\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(line + "\r\nHost: " + host + "\r\n\r\n").readHead())
                    .startsWith("HTTP/1.1 204 ");
        }
        assertThat(heads.remove())
                .startsWith(asked + "\r\n")
                .containsIgnoringCase("\r\nhost: " + host + "\r\n")
                .containsIgnoringCase("x-forwarded-host: " + host + "\r\n");
    }

    @Test
    void a_field_that_would_read_as_one_of_ours_elsewhere_stays_behind() throws IOException {
        Queue<String> heads = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    heads.add(wire.readHead());
                    wire.send("HTTP/1.1 204 No Content\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX_Forwarded_For: 6.6.6.6\r\nx-forwarded_host: evil\r\n"
                    + "Content_Length: 5\r\nmy_own: kept\r\n\r\n");
            client.readHead();
        }
        assertThat(heads.remove()).contains("my_own: kept").doesNotContain("6.6.6.6", "evil", "Content_Length");
    }

    @Test
    void fields_that_come_twice_arrive_twice_and_in_order() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    String head = wire.readHead();
                    assertThat(head)
                            .containsSubsequence("X-A: 1\r\n", "X-A: 2\r\n")
                            .doesNotContain("X-Mine");
                    wire.send("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nConnection: x-theirs\r\n"
                            + "X-Theirs: 1\r\nContent-Length: 0\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nX-A: 2\r\nConnection: keep-alive, X-Mine\r\nX-Mine: 1\r\n\r\n");
            assertThat(client.readHead())
                    .containsSubsequence("Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n")
                    .doesNotContain("X-Theirs");
        }
    }

    @Test
    void a_trusted_proxys_word_on_the_client_is_taken_and_nobody_elses() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        String request = "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\n\r\n";
        try (PlayedBackend one = PlayedBackend.answering(received, "HTTP/1.1 204 No Content\r\n\r\n");
                TestProxy trusting = new TestProxy(TestConfig.listener(List.of("127.0.0.0/8")), one.backend());
                TestProxy wary = new TestProxy(TestConfig.listener(List.of("10.0.0.0/8", "::1")), one.backend());
                Wire first = trusting.connect();
                Wire second = wary.connect()) {
            assertThat(first.send(request).message().status()).isEqualTo(204);
            assertThat(second.send(request).message().status()).isEqualTo(204);
        }
        Message trusted = received.remove();
        assertThat(trusted.field("X-Forwarded-For")).isEqualTo("6.6.6.6, 127.0.0.1");
        assertThat(trusted.field("X-Forwarded-Proto")).isEqualTo("https");
        Message claimed = received.remove();
        assertThat(claimed.field("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(claimed.field("X-Forwarded-Proto")).isEqualTo("http");
    }

    @ParameterizedTest
    @CsvSource({"PRESERVE, GET / HTTP/1.1, a.example", "BACKEND, GET / HTTP/1.1, ''", "PRESERVE, GET / HTTP/1.0, ''"})
    void the_host_is_the_clients_or_the_backends_own(HostHeader host, String line, String expected) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, "HTTP/1.1 204 No Content\r\n\r\n");
                TestProxy proxy = new TestProxy(TestConfig.traffic(host), one.backend());
                Wire client = proxy.connect()) {
            client.send(line + (line.endsWith("1") ? "\r\nHost: a.example" : "") + "\r\n\r\n");
            assertThat(client.message().status()).isEqualTo(204);

            assertThat(received.element().field("Host"))
                    .isEqualTo(expected.isEmpty() ? one.backend().authority() : expected);
            assertThat(received.element().field("X-Forwarded-Host")).isEqualTo(line.endsWith("1") ? "a.example" : "");
        }
    }

    @ParameterizedTest
    @CsvSource({"mine-1.2, true", "'mine\"', false", "'', false", "a b, false"})
    void a_request_keeps_its_id_on_every_hop_if_that_is_harmless(String id, boolean kept) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(
                        received, "HTTP/1.1 204 No Content\r\nX-Request-ID: the backend's\r\n\r\n");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            Message answer = client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: " + id + "\r\n\r\n")
                    .message();

            assertThat(answer.field("X-Request-ID"))
                    .isNotEmpty()
                    .isEqualTo(received.element().field("X-Request-ID"));
            assertThat(answer.field("X-Request-ID").equals(id)).isEqualTo(kept);
            assertThat(proxy.lastRecord().id()).isEqualTo(answer.field("X-Request-ID"));
        }
    }

    @Test
    void an_answer_says_by_whom_it_came_and_nothing_of_the_backends_connection() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n"
                        + "Connection: keep-alive, x-hop\r\nKeep-Alive: timeout=5\r\nX-Hop: 1\r\nUpgrade: h2c\r\n"
                        + "Proxy-Connection: close\r\nServer: old\r\nVia: 1.0 other\r\n\r\n");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            Message answer = client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: 1\r\n\r\n")
                    .message();

            assertThat(answer.head())
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nServer: old\r\nVia: 1.0 other\r\n"
                            + "X-Request-ID: 1\r\nVia: 1.0 lbctl\r\n\r\n");
        }
    }
}
