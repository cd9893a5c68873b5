package dev.lbctl.balancer.listener;

import static dev.lbctl.balancer.retry.Outcome.Kind.CLIENT_STALLED;
import static dev.lbctl.balancer.retry.Outcome.Kind.COMPLETED;
import static dev.lbctl.balancer.retry.Outcome.Kind.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers before the answer (RFC 9110, sections 10.1.1 and 15.2). */
class InterimTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String EXPECTING =
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n";

    @Test
    void a_continue_reaches_the_client_before_its_body_is_sent() throws IOException {
        try (PlayedBackend careful = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        assertThat(head).contains("Expect: 100-continue\r\n");
                        wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + wire.read(3));
                    }
                });
                TestProxy proxy = TestProxy.single(careful.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(EXPECTING).readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                assertThat(client.send("abc").message().body()).isEqualTo("abc");
            }
            assertThat(careful.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_client_that_does_not_wait_is_served_all_the_same() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, "HTTP/1.1 100 Continue\r\n\r\n" + OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(EXPECTING + "abc" + GET);

            assertThat(client.message().status()).isEqualTo(100);
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(client.message().status()).isEqualTo(100);
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(received).extracting(Message::body).containsExactly("abc", "");
        }
    }

    @Test
    void a_backend_that_knows_no_expectations_answers_when_it_has_the_body() throws IOException {
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(EXPECTING);
            await().until(() -> proxy.inFlight() == 1);

            assertThat(client.send("abc").message().body()).isEqualTo("ok");
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @CsvSource({"417, 0", "401, 5", "200, 5"})
    void a_final_answer_instead_of_continue_says_that_the_connection_closes(int status, int length) throws IOException {
        try (PlayedBackend strict = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 " + status + " Final\r\nContent-Length: " + length + "\r\n\r\n"
                            + "x".repeat(length));
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(strict.backend());
                Wire client = proxy.connect()) {
            Message answer = client.send(EXPECTING).message();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.field("Connection")).isEqualTo("close");
            assertThat(client.readToEnd()).isEmpty();
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
        }
    }

    @Test
    void a_backend_that_does_not_say_go_on_is_waited_for_no_longer_than_for_an_answer() throws IOException {
        TimeoutConfig timeouts = TestConfig.timeouts(SOON, SOON, LONG);
        try (PlayedBackend silent = new PlayedBackend("one", Wire::awaitClosed);
                PlayedBackend careful = new PlayedBackend("two", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + wire.read(3));
                });
                TestProxy proxy = new TestProxy(timeouts, silent.backend(), careful.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(EXPECTING).readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.send("abc").message().body()).isEqualTo("abc");

            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(TIMEOUT, COMPLETED);
        }
    }

    @Test
    void a_client_that_was_told_to_go_on_and_does_not_is_the_one_that_stalls() throws IOException {
        TimeoutConfig timeouts = TestConfig.timeouts(SOON, SOON, SOON);
        try (PlayedBackend careful = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(timeouts, careful.backend());
                Wire client = proxy.connect()) {
            client.send(EXPECTING).readHead();

            assertThat(client.message().status()).isEqualTo(408);
            assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(CLIENT_STALLED);
        }
    }

    @Test
    void an_old_client_is_not_told_to_continue_and_what_it_expects_is_not_passed_on() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(
                        received, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc");

            assertThat(client.message().status()).isEqualTo(200);
            assertThat(received.element().field("Expect")).isEmpty();
        }
    }

    @Test
    void early_hints_are_relayed_before_the_answer_is_there() throws IOException {
        try (PlayedBackend hinting = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(
                            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nConnection: x-hop\r\nX-Hop: 1\r\n\r\n");
                    wire.readLine();
                    wire.send(OK);
                });
                TestProxy proxy = new TestProxy(hinting.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            Message hint = client.message();
            assertThat(hint.status()).isEqualTo(103);
            assertThat(hint.field("Link")).isEqualTo("</a.css>; rel=preload");
            assertThat(hint.head()).doesNotContainIgnoringCase("x-hop");

            assertThat(client.send("go\n").message().body()).isEqualTo("ok");
        }
    }

    @Test
    void an_early_hint_does_not_disturb_the_answer_to_a_pipelined_head() throws IOException {
        try (PlayedBackend hinting = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
                        wire.send(head.startsWith("HEAD") ? "" : "ok");
                    }
                });
                TestProxy proxy = new TestProxy(hinting.backend());
                Wire client = proxy.connect()) {
            client.send(GET + "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + GET);
            assertThat(client.message().status()).isEqualTo(103);
            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(client.message().status()).isEqualTo(103);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.message().status()).isEqualTo(103);
            assertThat(client.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void several_interim_answers_keep_their_order_and_disturb_no_pipeline() throws IOException {
        try (PlayedBackend chatty = PlayedBackend.answering(
                        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 199 X\r\n\r\n" + OK);
                TestProxy proxy = TestProxy.single(chatty.backend());
                Wire client = proxy.connect()) {
            client.send(GET.repeat(3));
            for (int i = 0; i < 3; i++) {
                assertThat(client.message().status()).isEqualTo(102);
                assertThat(client.message().status()).isEqualTo(103);
                assertThat(client.message().status()).isEqualTo(199);
                assertThat(client.message().body()).isEqualTo("ok");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\n"
            })
    void an_interim_answer_that_tells_a_length_is_relayed_without_it(String interim) throws IOException {
        try (PlayedBackend odd = PlayedBackend.answering(interim + OK);
                TestProxy proxy = new TestProxy(odd.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead()).doesNotContain("Content-Length");
            assertThat(client.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void interim_answers_without_end_wait_for_a_client_that_does_not_read() throws IOException {
        try (PlayedBackend endless = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    String many = ("HTTP/1.1 103 Early Hints\r\nLink: " + "x".repeat(1_000) + "\r\n\r\n").repeat(1_000);
                    for (int i = 0; i < 200; i++) {
                        wire.send(many);
                    }
                });
                TestProxy proxy = new TestProxy(endless.backend());
                Wire client = proxy.connect()) {
            long before = PlatformDependent.usedDirectMemory();
            client.send(GET);
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(PlatformDependent.usedDirectMemory() - before)
                            .isLessThan(16_000_000));
        }
    }
}
