package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failed attempts are repeated, where, and what the client sees of it. */
class RetryTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration LONG = Duration.ofSeconds(10);

    private static Backend nobody(String name) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Backend(name, "127.0.0.1", taken.getLocalPort());
        }
    }

    /** Takes a request, and breaks off. */
    private static PlayedBackend dying(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            wire.message();
            wire.reset();
        });
    }

    private static TrafficConfig retries(int attempts, int budget, int minimum) {
        return TestConfig.traffic(new RetryConfig(attempts, budget, minimum, 64 * 1024));
    }

    private static TrafficConfig timeouts(int attempts, Duration responseHead, Duration answer) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        return TestConfig.traffic(
                new RetryConfig(attempts, 100, 100, 64 * 1024),
                new TimeoutConfig(
                        shipped.connect(), responseHead, shipped.idle(), shipped.queue(), answer, shipped.upgrade()));
    }

    @Test
    void a_refused_connection_is_passed_on_and_the_client_sees_nothing_of_it() throws IOException {
        try (PlayedBackend three = PlayedBackend.greeting("3");
                TestProxy proxy = new TestProxy(nobody("1"), nobody("2"), three.backend());
                Wire client = proxy.connect()) {
            String body = "x".repeat(20_000);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

            assertThat(client.message().body()).isEqualTo("3");
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.REFUSED, Outcome.Kind.REFUSED, Outcome.Kind.COMPLETED);
        }
    }

    @Test
    void when_nobody_listens_anywhere_the_answer_is_503_and_the_connection_stays() throws IOException {
        try (TestProxy proxy = new TestProxy(nobody("one"), nobody("two"));
                Wire client = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                Message refusal = client.send(GET).message();
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.body()).contains("\"error\":\"no_member\"").contains("one: refused", "two: refused");
                assertThat(proxy.lastRecord().served().attempts()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 200",
        "HEAD, 200",
        "PUT, 200",
        "DELETE, 200",
        "OPTIONS, 200",
        "POST, 502",
        "PATCH, 502",
        "PROPFIND, 502",
    })
    void what_may_have_been_processed_is_repeated_only_if_that_does_no_harm(String method, int status)
            throws IOException {
        try (PlayedBackend dying = dying("one");
                PlayedBackend two = PlayedBackend.answering(
                        "two", new ConcurrentLinkedQueue<>(), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send(method + " / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().status()).isEqualTo(status);
            assertThat(two.connections()).isEqualTo(status == 200 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 20"})
    void an_answer_that_is_none_is_asked_for_elsewhere(String answer) throws IOException {
        try (PlayedBackend bad = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(answer);
                });
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(bad.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("two");
            assertThat(proxy.lastRecord().served().backend()).isEqualTo("two");
            assertThat(proxy.lastRecord().served().attempts()).isEqualTo(2);
        }
    }

    @Test
    void a_member_that_does_not_answer_in_time_is_replaced_by_another() throws IOException {
        try (PlayedBackend silent = PlayedBackend.silent();
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy =
                        new TestProxy(timeouts(1, Duration.ofMillis(200), LONG), silent.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("two");
        }
    }

    @Test
    void all_attempts_together_take_no_longer_than_granted() throws IOException {
        try (PlayedBackend silent = PlayedBackend.silent();
                TestProxy proxy =
                        new TestProxy(timeouts(10, Duration.ofMillis(200), Duration.ofMillis(500)), silent.backend());
                Wire client = proxy.connect()) {
            Message refusal = client.send(GET).message();

            assertThat(refusal.status()).isEqualTo(504);
            assertThat(refusal.body()).contains("\"error\":\"timeout\"");
            assertThat(proxy.lastRecord().served().attempts()).isBetween(1, 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 502, 1", "1, 502, 2", "2, 200, 3"})
    void a_request_is_repeated_no_more_often_than_configured(int attempts, int status, int made) throws IOException {
        try (PlayedBackend one = dying("1");
                PlayedBackend two = dying("2");
                PlayedBackend three = PlayedBackend.greeting("3");
                TestProxy proxy =
                        new TestProxy(retries(attempts, 100, 10), one.backend(), two.backend(), three.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(status);
            assertThat(proxy.lastRecord().served().attempts()).isEqualTo(made);
            assertThat(one.connections()).isEqualTo(1);
            assertThat(two.connections()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_member_that_was_tried_is_asked_again_when_there_is_no_other() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (PlayedBackend stumbling = new PlayedBackend("one", wire -> {
                    if (asked.incrementAndGet() == 1) {
                        wire.readHead();
                        wire.reset();
                    } else {
                        PlayedBackend.greet(wire, "one");
                    }
                });
                TestProxy proxy = new TestProxy(stumbling.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("one");
        }
    }

    @Test
    void repeats_end_with_their_budget_and_begin_again_with_more_requests() throws IOException {
        try (PlayedBackend dying = dying("one");
                TestProxy proxy = new TestProxy(retries(1, 10, 2), dying.backend());
                Wire client = proxy.connect()) {
            StringBuilder attempts = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                assertThat(client.send(GET).message().status()).isEqualTo(502);
                attempts.append(proxy.lastRecord().served().attempts());
            }
            assertThat(attempts.toString()).isEqualTo("22" + "1".repeat(27) + "2" + "1".repeat(9) + "2");
        }
    }

    @Test
    void a_refused_connection_costs_no_budget() throws IOException {
        try (PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(retries(0, 0, 0), nobody("one"), two.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.send(GET).message().body()).isEqualTo("two");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 502", "300000, 502"})
    void a_body_is_sent_again_if_it_is_small_enough_to_be_kept(int length, int status) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend dying = dying("one");
                PlayedBackend two =
                        PlayedBackend.answering("two", received, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestProxy proxy = new TestProxy(
                        TestConfig.traffic(new RetryConfig(1, 100, 10, 1000)), dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));

            assertThat(client.message().status()).isEqualTo(status);
            assertThat(received).hasSize(status == 200 ? 1 : 0);
            assertThat(received)
                    .allSatisfy(request -> assertThat(request.body()).isEqualTo("x".repeat(length)));
        }
    }

    @Test
    void a_chunked_body_with_trailers_is_sent_again_as_it_was() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend dying = dying("one");
                PlayedBackend two =
                        PlayedBackend.answering("two", received, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            client.send("2;x=y\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n");

            assertThat(client.message().status()).isEqualTo(200);
            assertThat(received.element().body()).isEqualTo("abcde");
            assertThat(received.element().trailers()).isEqualTo("X-Sum: 5\r\n");
        }
    }

    @Test
    void a_backend_that_never_answers_costs_a_504() throws IOException {
        try (PlayedBackend silent = PlayedBackend.silent();
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy =
                        new TestProxy(timeouts(1, Duration.ofMillis(200), LONG), silent.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");

            assertThat(client.message().status()).isEqualTo(504);
            assertThat(two.connections()).isZero();
        }
    }
}
