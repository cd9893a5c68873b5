package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are repeated when a backend fails, on whom, how often, and for how long. */
class RetryTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int KEPT = 1_000;

    private final Queue<Message> received = new ConcurrentLinkedQueue<>();

    private static TrafficConfig retries(int attempts) {
        return TestConfig.traffic(new RetryConfig(attempts, 100, 1_000, KEPT));
    }

    private static TrafficConfig budget(int percent, int minimum) {
        return TestConfig.traffic(new RetryConfig(1, percent, minimum, KEPT));
    }

    private static TrafficConfig patience(RetryConfig retry, int responseHeadMillis, int answerMillis) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        return TestConfig.traffic(
                retry,
                new TimeoutConfig(
                        Duration.ofMillis(300),
                        Duration.ofMillis(responseHeadMillis),
                        shipped.idle(),
                        shipped.queue(),
                        Duration.ofMillis(answerMillis),
                        shipped.upgrade()));
    }

    /** A backend that reads each request whole and then resets its connection. */
    private static PlayedBackend dying(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            wire.message();
            wire.reset();
        });
    }

    /** A backend that keeps what it got, and answers. */
    private PlayedBackend noting(String name) throws IOException {
        return PlayedBackend.answering(name, received, OK);
    }

    private static PlayedBackend silent(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            wire.readHead();
            wire.awaitClosed();
        });
    }

    private static List<Backend> asked(TestProxy proxy) {
        return Objects.requireNonNull(proxy.lastRecord().served().decision()).attempts().stream()
                .map(Attempted::backend)
                .toList();
    }

    // What is repeated

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void what_may_be_done_twice_is_repeated_on_another_member(String method) throws IOException {
        try (PlayedBackend dying = dying("1");
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send(method + " / HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "BREW", "get"})
    void what_may_not_be_done_twice_is_not_repeated_once_it_may_have_been_done(String method) throws IOException {
        try (PlayedBackend dying = dying("1");
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send(method + " / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            Message refusal = client.message();
            assertThat(refusal.status()).isEqualTo(502);
            assertThat(refusal.body()).contains("\"error\":\"closed\"");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void a_post_over_a_kept_connection_that_died_is_not_repeated_either() throws IOException {
        try (PlayedBackend fickle = new PlayedBackend("1", wire -> {
                    wire.message();
                    wire.send(OK);
                    wire.message();
                    wire.reset();
                });
                TestProxy proxy = TestProxy.single(fickle.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(200);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().status()).isEqualTo(502);
            assertThat(fickle.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"})
    void what_no_backend_can_have_seen_goes_to_the_next_for_every_method(String rest) throws IOException {
        Backend unreachable =
                new Backend("2", "255.255.255.255", 80); // TCP has no broadcast: the system itself says no.
        RetryConfig twice = new RetryConfig(2, 100, 1_000, KEPT);
        try (PlayedBackend full = PlayedBackend.late("1", wire -> {});
                PlayedBackend four = noting("4");
                TestProxy proxy = new TestProxy(
                        patience(twice, 10_000, 30_000),
                        full.backend(),
                        unreachable,
                        Nobody.called("3"),
                        four.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\n" + rest);

            assertThat(client.message().body()).isEqualTo("ok");
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(
                            Outcome.Kind.CONNECT_TIMEOUT,
                            Outcome.Kind.UNREACHABLE,
                            Outcome.Kind.REFUSED,
                            Outcome.Kind.COMPLETED);
            assertThat(received).extracting(Message::body).containsExactly("abc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 20"})
    void an_answer_that_is_none_is_asked_for_elsewhere(String answer) throws IOException {
        try (PlayedBackend bad = new PlayedBackend("1", wire -> {
                    wire.readHead();
                    wire.send(answer);
                });
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(bad.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("ok");
            assertThat(proxy.lastRecord().served().attempts()).isEqualTo(2);
        }
    }

    @Test
    void an_answer_is_passed_on_whatever_its_status() throws IOException {
        try (PlayedBackend failing = new PlayedBackend("1", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy");
                });
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(failing.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().body()).isEqualTo("busy");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void nothing_is_repeated_once_an_answer_has_begun() throws IOException {
        try (PlayedBackend failing = new PlayedBackend("1", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
                });
                PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(failing.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send(GET).awaitClosed();
            assertThat(received).isEmpty();
        }
    }

    @Test
    void an_interim_answer_is_no_beginning() throws IOException {
        try (PlayedBackend failing = new PlayedBackend("1", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 103 Early Hints\r\n\r\n");
                    wire.awaitClosed();
                });
                PlayedBackend two = noting("2");
                TestProxy proxy =
                        new TestProxy(patience(TestConfig.RETRY, 300, 30_000), failing.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(103);
            assertThat(client.message().status()).isEqualTo(200);
        }
    }

    // Whom it goes to

    @ParameterizedTest
    @CsvSource({"0, 502, 1", "1, 502, 2", "2, 200, 3"})
    void a_request_is_repeated_no_more_often_than_configured(int attempts, int status, int made) throws IOException {
        try (PlayedBackend one = dying("1");
                PlayedBackend two = dying("2");
                PlayedBackend three = noting("3");
                TestProxy proxy = new TestProxy(retries(attempts), one.backend(), two.backend(), three.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(status);
            assertThat(proxy.lastRecord().served().attempts()).isEqualTo(made);
        }
    }

    @Test
    void when_nobody_listens_anywhere_the_answer_is_503_and_the_connection_stays() throws IOException {
        try (TestProxy proxy = new TestProxy(Nobody.called("one"), Nobody.called("two"));
                Wire client = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                Message refusal = client.send(GET).message();
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.body()).contains("\"error\":\"no_member\"", "one: refused", "two: refused");
            }
        }
    }

    @Test
    void nobody_is_asked_twice_while_somebody_else_is_left() throws IOException {
        try (PlayedBackend one = dying("1");
                PlayedBackend two = dying("2");
                PlayedBackend three = noting("3");
                TestProxy proxy = new TestProxy(retries(2), one.backend(), two.backend(), three.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 30; i++) {
                assertThat(client.send(GET).message().body()).isEqualTo("ok");
                assertThat(asked(proxy)).doesNotHaveDuplicates().last().isEqualTo(three.backend());
            }
        }
    }

    @Test
    void when_all_were_asked_those_that_could_be_reached_are_asked_again_in_their_order() throws IOException {
        Backend nobody = Nobody.called("2");
        try (PlayedBackend one = dying("1");
                PlayedBackend three = dying("3");
                TestProxy proxy = new TestProxy(retries(3), one.backend(), nobody, three.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(502);
            assertThat(asked(proxy))
                    .containsExactly(one.backend(), nobody, three.backend(), one.backend(), three.backend());
        }
    }

    @Test
    void nobody_that_refuses_is_asked_twice() throws IOException {
        List<Backend> nobody = List.of(Nobody.called("1"), Nobody.called("2"), Nobody.called("3"));
        try (TestProxy proxy = new TestProxy(retries(10), nobody.toArray(Backend[]::new));
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(503);
            assertThat(asked(proxy)).containsExactlyElementsOf(nobody);
        }
    }

    // What it may cost

    @ParameterizedTest(name = "{0} % and at least {1}: {2} of 40 are repeated")
    @CsvSource({"0, 0, 0", "0, 3, 3", "20, 3, 8", "50, 0, 20", "100, 0, 40"})
    void when_a_whole_pool_fails_only_its_share_of_the_requests_is_repeated(int percent, int minimum, int repeated)
            throws IOException {
        int requests = 40;
        List<PlayedBackend> backends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            backends.add(dying("" + i));
        }
        Backend[] members = backends.stream().map(PlayedBackend::backend).toArray(Backend[]::new);
        try (TestProxy proxy = new TestProxy(budget(percent, minimum), members);
                Wire client = proxy.connect()) {
            for (int i = 0; i < requests; i++) {
                assertThat(client.send(GET).message().status()).isEqualTo(502);
            }

            assertThat(backends.stream().mapToInt(PlayedBackend::connections).sum())
                    .isEqualTo(requests + repeated);
            assertThat(proxy.metrics.retries()).isEqualTo(repeated);
        }
        for (PlayedBackend backend : backends) {
            backend.close();
        }
    }

    @Test
    void where_nobody_else_is_left_no_retry_is_spent() throws IOException {
        Backend unreachable = new Backend("1", "255.255.255.255", 80);
        try (PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(budget(0, 1), unreachable);
                Wire client = proxy.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(GET).message().status()).isEqualTo(502);
            }
            proxy.letIn(two.backend());

            for (int i = 0; i < 2; i++) {
                assertThat(client.send(GET).message().status()).isEqualTo(200);
            }
            assertThat(proxy.metrics.retries()).isEqualTo(1);
        }
    }

    @Test
    void a_request_that_nobody_accepts_costs_no_retry() throws IOException {
        try (PlayedBackend two = noting("2");
                TestProxy proxy = new TestProxy(budget(0, 0), Nobody.called("1"), two.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.send(GET).message().status()).isEqualTo(200);
            }
        }
    }

    // How long it may take

    @Test
    void a_member_that_does_not_answer_in_time_is_left_for_another() throws IOException {
        try (PlayedBackend silent = silent("1");
                PlayedBackend two = noting("2");
                TestProxy proxy =
                        new TestProxy(patience(TestConfig.RETRY, 300, 30_000), silent.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.message().status()).isEqualTo(200);
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.TIMEOUT, Outcome.Kind.COMPLETED);
        }
    }

    @Test
    void a_request_that_may_not_be_done_twice_is_not_repeated_because_nobody_answered() throws IOException {
        try (PlayedBackend silent = silent("1");
                PlayedBackend two = noting("2");
                TestProxy proxy =
                        new TestProxy(patience(TestConfig.RETRY, 300, 30_000), silent.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            Message refusal = client.message();
            assertThat(refusal.status()).isEqualTo(504);
            assertThat(refusal.body()).contains("\"error\":\"timeout\"");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void when_nobody_answers_in_time_the_answer_is_504() throws IOException {
        try (PlayedBackend one = silent("1");
                PlayedBackend two = silent("2");
                TestProxy proxy = new TestProxy(patience(TestConfig.RETRY, 200, 30_000), one.backend(), two.backend());
                Wire client = proxy.connect()) {
            Message refusal = client.send(GET).message();

            assertThat(refusal.status()).isEqualTo(504);
            assertThat(refusal.body()).contains("\"error\":\"timeout\"");
            assertThat(asked(proxy)).containsExactly(one.backend(), two.backend());
        }
    }

    @Test
    void repeating_ends_when_the_time_for_all_attempts_does() throws IOException {
        RetryConfig often = new RetryConfig(10, 100, 1_000, KEPT);
        try (PlayedBackend silent = silent("1");
                TestProxy proxy = new TestProxy(patience(often, 200, 500), silent.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).message().status()).isEqualTo(504);
            assertThat(proxy.lastRecord().served().attempts()).isBetween(1, 4);
        }
    }

    @Test
    void all_attempts_together_have_a_time_too() throws IOException {
        try (PlayedBackend one = silent("1");
                PlayedBackend two = silent("2");
                TestProxy proxy = new TestProxy(patience(TestConfig.RETRY, 30_000, 300), one.backend(), two.backend());
                Wire client = proxy.connect()) {
            Message refusal = client.send(GET).message();

            assertThat(refusal.status()).isEqualTo(504);
            assertThat(refusal.body()).contains("\"error\":\"timeout\"");
            assertThat(asked(proxy)).containsExactly(one.backend());
            assertThat(proxy.inFlight()).isZero();
        }
    }
}
