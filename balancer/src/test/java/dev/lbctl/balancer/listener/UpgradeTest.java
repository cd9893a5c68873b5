package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.ExtraMethod;
import dev.lbctl.config.ListenerConfig;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may leave HTTP, and what becomes of those who may not (RFC 9110, sections 7.8, 9.3.6 and 9.3.8). */
class UpgradeTest {
    private static final ListenerConfig ALLOWING =
            TestConfig.listener(List.of(), ExtraMethod.CONNECT, ExtraMethod.TRACE);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
            })
    void an_upgrade_that_the_backend_refuses_leaves_both_connections_usable(String refusal) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, refusal, OK);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received.element().field("Upgrade")).isEqualTo("websocket");
            assertThat(received.element().field("Connection")).isEqualTo("upgrade");

            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n\r\nab",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade, http2-settings\r\nHTTP2-Settings: a\r\nUpgrade: h2c\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket, H2C\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: HTTP/2.0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\nUpgrade: irc\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
            })
    void an_upgrade_that_may_not_be_passed_on_goes_as_an_ordinary_request(String request) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(request).message().body()).isEqualTo("ok");
            assertThat(received.element().head())
                    .doesNotContainIgnoringCase("upgrade")
                    .doesNotContainIgnoringCase("http2");
        }
    }

    @Test
    void an_upgrade_that_says_it_has_no_body_is_passed_on() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n");

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received.element().field("Upgrade")).isEqualTo("websocket");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1, Upgrade: websocket",
        "'GET / HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: h2c', Upgrade: h2c",
        "'GET / HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: websocket', X: y",
    })
    void a_backend_that_switches_unasked_or_does_not_say_to_what_costs_a_502(String request, String told)
            throws IOException {
        String switching = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\n" + told + "\r\n\r\n";
        try (PlayedBackend one = PlayedBackend.answering(switching, OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(request.replace("GET", "PATCH") + "\r\nHost: a\r\n\r\n");

            assertThat(client.message().status()).isEqualTo(502);
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(one.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"})
    void a_method_that_nobody_allowed_is_not_implemented(String request) throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(request).message().status()).isEqualTo(501);
            assertThat(one.connections()).isZero();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("method_refused");
        }
    }

    @Test
    void a_trace_that_is_allowed_is_passed_on() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, OK);
                TestProxy proxy = new TestProxy(ALLOWING, one.backend());
                Wire client = proxy.connect()) {
            client.send("TRACE /a HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received.element().startLine()).isEqualTo("TRACE /a HTTP/1.1");
        }
    }

    @Test
    void a_connect_that_is_allowed_opens_a_tunnel() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    received.add(wire.message());
                    wire.send("HTTP/1.1 200 Connected\r\n\r\nhello, ");
                    wire.send(wire.read(5));
                });
                TestProxy proxy = new TestProxy(ALLOWING, one.backend());
                Wire client = proxy.connect()) {
            client.send("CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n");
            assertThat(client.readHead())
                    .startsWith("HTTP/1.1 200 Connected\r\n")
                    .doesNotContain("Connection");
            client.send("world");

            assertThat(client.readToEnd()).isEqualTo("hello, world");
            assertThat(received.element().startLine()).isEqualTo("CONNECT b:443 HTTP/1.1");
        }
    }

    @Test
    void what_follows_a_connect_that_failed_is_not_read_as_a_request() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
                TestProxy proxy = new TestProxy(ALLOWING, one.backend());
                Wire client = proxy.connect()) {
            client.send("CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n" + GET);

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 403 ").endsWith("no");
            assertThat(proxy.metrics.total()).isEqualTo(1);
        }
    }
}
