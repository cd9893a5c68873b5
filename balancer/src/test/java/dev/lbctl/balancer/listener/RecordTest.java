package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down of each exchange, once. */
class RecordTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static RequestRecord recorded(TestProxy proxy, int total) {
        await().until(() -> proxy.metrics.total() == total);
        return proxy.lastRecord();
    }

    @Test
    void requests_on_one_connection_reach_the_members_in_turn_and_are_written_down_so() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(one.backend(), two.backend());
                Wire client = proxy.connect()) {
            List<String> bodies = new ArrayList<>();
            List<String> served = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                bodies.add(client.send(GET).message().body());
                served.add(recorded(proxy, i + 1).served().backend());
            }
            assertThat(bodies).containsExactly("one", "two", "one", "two").isEqualTo(served);
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_request_is_written_down_in_its_own_words() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("PUT http://b/%7e?x=1 HTTP/1.1\r\nHost: b\r\nReferer: r\r\nUser-Agent: u\r\n"
                            + "X-Request-Id: mine\r\nContent-Length: 3\r\n\r\nabc")
                    .message();
            RequestRecord written = recorded(proxy, 1);

            assertThat(written.id()).isEqualTo("mine");
            assertThat(written.asked().client()).isEqualTo("127.0.0.1");
            assertThat(written.asked().method()).isEqualTo("PUT");
            assertThat(written.asked().target()).isEqualTo("http://b/%7e?x=1");
            assertThat(written.asked().version()).isEqualTo("HTTP/1.1");
            assertThat(written.asked().host()).isEqualTo("b");
            assertThat(written.asked().referer()).isEqualTo("r");
            assertThat(written.asked().userAgent()).isEqualTo("u");
            assertThat(written.answered().status()).isEqualTo(200);
            assertThat(written.answered().cause()).isNull();
            assertThat(written.served().pool()).isEqualTo("default");
            assertThat(written.served().attempts()).isEqualTo(1);
        }
    }

    @Test
    void bytes_are_those_of_the_bodies_without_chunk_lines() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "1;a=b\r\na\r\n2\r\nbc\r\n0\r\n\r\n")
                    .message();

            assertThat(recorded(proxy, 1).answered().bytesIn()).isEqualTo(3);
            assertThat(recorded(proxy, 1).answered().bytesOut()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GET,
                "GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
                "no request\r\n\r\n",
            })
    void bytes_of_an_answer_of_our_own_are_those_of_its_body(String request) throws IOException {
        try (TestProxy proxy = new TestProxy();
                Wire client = proxy.connect()) {
            int length = client.send(request).message().body().length();

            assertThat(length).isPositive();
            assertThat(recorded(proxy, 1).answered().bytesOut()).isEqualTo(length);
        }
    }

    @Test
    void an_answer_of_our_own_to_head_has_no_bytes() throws IOException {
        try (TestProxy proxy = new TestProxy();
                Wire client = proxy.connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").readHead();

            assertThat(recorded(proxy, 1).answered().bytesOut()).isZero();
        }
    }

    @Test
    void phases_that_did_not_happen_took_no_time() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET).message();
            Phases fresh = recorded(proxy, 1).phases();
            client.send(GET).message();
            Phases kept = recorded(proxy, 2).phases();

            assertThat(fresh.connectNanos()).isPositive();
            assertThat(kept.connectNanos()).isEqualTo(Phases.NONE);
            assertThat(fresh.queueNanos()).isEqualTo(Phases.NONE);
            assertThat(fresh.firstByteNanos()).isBetween(fresh.connectNanos(), fresh.totalNanos());
            assertThat(kept.firstByteNanos()).isBetween(1L, kept.totalNanos());
        }
    }

    @Test
    void an_answer_of_our_own_has_no_first_byte_of_a_backend() throws IOException {
        try (TestProxy proxy = new TestProxy();
                Wire client = proxy.connect()) {
            client.send(GET).message();
            RequestRecord written = recorded(proxy, 1);

            assertThat(written.phases().firstByteNanos()).isEqualTo(Phases.NONE);
            assertThat(written.answered().cause()).isEqualTo("no_member");
            assertThat(written.served().backend()).isNull();
            assertThat(written.served().attempts()).isZero();
        }
    }

    @Test
    void every_exchange_is_counted_once_and_nothing_stays_in_flight() throws Exception {
        try (PlayedBackend one = PlayedBackend.greeting("ok");
                PlayedBackend two = PlayedBackend.greeting("ko");
                TestProxy proxy = new TestProxy(one.backend(), two.backend())) {
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < 8; c++) {
                clients.add(new Thread(() -> {
                    try (Wire client = proxy.connect()) {
                        for (int i = 0; i < 100; i++) {
                            client.send(GET).message();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }

            assertThat(proxy.metrics.total()).isEqualTo(800);
            assertThat(proxy.metrics.failed()).isZero();
            assertThat(proxy.metrics.inFlight()).isZero();
            assertThat(proxy.inFlight()).isZero();
        }
    }
}
