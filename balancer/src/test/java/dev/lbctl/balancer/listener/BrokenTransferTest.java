package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.retry.Outcome;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Either side goes away too early: nobody takes a part for the whole (RFC 9112, section 8). */
class BrokenTransferTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OLD = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n";

    private static PlayedBackend cutting(String answer, boolean reset) throws IOException {
        return new PlayedBackend("one", wire -> {
            wire.readHead();
            wire.send(answer);
            if (reset) {
                wire.readLine(); // The client has seen the answer's beginning.
                wire.reset();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nwhat\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nContent-Length: 1\r\n\r\n",
            })
    void an_answer_cut_short_is_broken_off_for_new_and_old_clients(String answer) throws IOException {
        try (PlayedBackend one = cutting(answer, false);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire old = proxy.connect()) {
            assertThat(client.send(GET).awaitReset()).isTrue();
            assertThat(old.send(OLD).awaitReset()).isTrue();
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .hasSize(2)
                    .containsAnyOf(Outcome.Kind.CLOSED, Outcome.Kind.BAD_RESPONSE);
            assertThat(proxy.lastRecord().failed()).isTrue();
            assertThat(proxy.lastRecord().answered().status()).isEqualTo(200);
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\nabc",
                "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            })
    void an_answer_that_a_reset_ends_is_broken_off(String answer) throws IOException {
        try (PlayedBackend one = cutting(answer, true);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n")
                    .readHead();
            client.send("seen\n");

            assertThat(client.awaitReset()).isTrue();
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLOSED);
        }
    }

    @Test
    void an_answer_that_its_connection_ends_is_whole_only_if_that_was_no_reset_of_an_upload() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\n\r\nabc");
                    await().until(() -> seen.getCount() == 0);
                    wire.reset();
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(POST);
            Thread sending = sending(client);
            client.readHead();
            seen.countDown();

            // The one thread or the other is told of the reset: what was read lacks the last chunk.
            assertThat(client.readToBreak()).doesNotContain("0\r\n\r\n");
            sending.join();
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLOSED);
        }
    }

    private static Thread sending(Wire client) {
        Thread sending = new Thread(() -> {
            try {
                for (int part = 0; part < 100; part++) {
                    client.send("x".repeat(1_000_000));
                }
            } catch (IOException ended) {
                return;
            }
        });
        sending.setDaemon(true);
        sending.start();
        return sending;
    }

    @Test
    void an_answer_that_its_connection_ends_is_whole() throws IOException {
        try (PlayedBackend one = cutting("HTTP/1.1 200 OK\r\n\r\nuntil the end", false);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire old = proxy.connect()) {
            Message answer = client.send(GET).message();
            assertThat(answer.field("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(answer.body()).isEqualTo("until the end");
            assertThat(client.send(GET).message().body()).isEqualTo("until the end");

            Message last = old.send(OLD).message();
            assertThat(last.field("Connection")).isEqualTo("close");
            assertThat(last.body()).isEqualTo("until the end");
            assertThat(proxy.lastRecord().failed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na", "HTTP/1.1 200 OK\r\n\r\n"})
    void a_client_that_breaks_off_ends_the_attempt_at_once(String begun) throws IOException {
        CountDownLatch dropped = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(begun);
                    wire.awaitClosed();
                    dropped.countDown();
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET);
            await().until(() -> proxy.inFlight() == 1);
            if (!begun.isEmpty()) {
                client.readHead();
            }
            client.reset();

            await().until(() -> dropped.getCount() == 0);
            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
            assertThat(proxy.inFlight()).isZero();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_gone");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_client_that_leaves_in_its_body_ends_the_attempt_at_once(boolean reset) throws IOException {
        try (PlayedBackend one = PlayedBackend.silent();
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(POST + "begun");
            await().until(() -> proxy.inFlight() == 1);
            if (reset) {
                client.reset();
            } else {
                client.closeOutput();
            }

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    @Tag("leaves-unread") // NIO tells that a client has left only to who reads what it sends.
    void a_client_that_breaks_off_an_upload_that_nobody_reads_ends_the_attempt_at_once() throws Exception {
        try (PlayedBackend deaf = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().forever().until(() -> false);
                });
                TestProxy proxy = new TestProxy(deaf.backend());
                Wire client = proxy.connect()) {
            client.send(POST);
            Thread sending = sending(client);
            await().until(() -> sending.getState() == Thread.State.RUNNABLE && proxy.inFlight() == 1);
            client.reset();

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
        }
    }

    @Test
    void a_client_that_breaks_off_an_answer_it_did_not_read_ends_the_attempt_at_once() throws IOException {
        try (PlayedBackend generous = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(100_000_000));
                });
                TestProxy proxy = new TestProxy(generous.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            client.reset();

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
        }
    }
}
