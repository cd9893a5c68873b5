package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.ScriptedBackend;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests while the only member of their pool is gone. */
class ReturnTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final List<AutoCloseable> open = new ArrayList<>();
    private ScriptedBackend server = opened(new ScriptedBackend(ScriptedBackend.body("before")));
    private final Backend one = server.named("one");

    ReturnTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private static TrafficConfig patience(Duration queue) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        return TestConfig.traffic(
                TestConfig.POOL.traffic().connections(),
                new QueueConfig(3),
                new TimeoutConfig(
                        shipped.connect(), shipped.responseHead(), shipped.idle(), queue, LONG, shipped.upgrade()));
    }

    private TestProxy proxy(Duration patience) throws IOException {
        return opened(TestProxy.single(patience(patience), one));
    }

    /** From then on whoever connects is refused. */
    private void ends() throws IOException {
        server.close();
        await().until(() -> {
            try (Socket socket = new Socket(one.host(), one.port())) {
                return !socket.isConnected();
            } catch (ConnectException refused) {
                return true;
            }
        });
    }

    private void comesBack() throws IOException {
        server = opened(new ScriptedBackend(ScriptedBackend.body("after"), one.port()));
    }

    /** Sends a request, and waits until it waits too. */
    private Wire enqueue(TestProxy proxy, String request) throws IOException {
        int before = proxy.waiting();
        Wire client = opened(proxy.connect()).send(request);
        await().until(() -> proxy.waiting() == before + 1);
        return client;
    }

    @Test
    void requests_wait_for_a_member_that_left_and_is_expected_back() throws IOException {
        TestProxy proxy = proxy(LONG);
        proxy.expect(one, LONG);
        proxy.takeOut(one);
        List<Wire> clients = List.of(enqueue(proxy, GET), enqueue(proxy, GET), enqueue(proxy, GET));
        proxy.announce(one);

        for (Wire client : clients) {
            assertThat(client.message().body()).isEqualTo("before");
        }
        assertThat(proxy.lastRecord().phases().queueNanos()).isPositive();
        assertThat(proxy.lastRecord().served().awaited()).containsExactly("one");
        assertThat(proxy.waiting()).isZero();
    }

    @Test
    void no_more_requests_wait_than_may() throws IOException {
        TestProxy proxy = proxy(LONG);
        proxy.expect(one, LONG);
        proxy.takeOut(one);
        for (int i = 0; i < 3; i++) {
            enqueue(proxy, GET);
        }

        assertThat(opened(proxy.connect()).send(GET).message().body()).contains("\"error\":\"queue_full\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {GET, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"})
    void a_request_refused_by_a_supervised_member_waits_to_hear_of_it_and_goes_there_when_it_is_back(String request)
            throws IOException {
        TestProxy proxy = proxy(LONG);
        proxy.supervise(one);
        ends();
        Wire client = enqueue(proxy, request);
        proxy.report(one, Health.DOWN);
        proxy.expect(one, LONG);
        comesBack();
        proxy.report(one, Health.UP);

        assertThat(client.message().body()).isEqualTo("after");
        assertThat(Objects.requireNonNull(proxy.lastRecord().served().decision())
                        .attempts())
                .extracting(Attempted::cause)
                .containsExactly("refused", "completed");
    }

    @Test
    void a_request_cut_off_by_the_end_of_a_supervised_member_is_repeated_when_that_is_back() throws IOException {
        PlayedBackend crashing = opened(PlayedBackend.ending("one", Wire::message));
        TestProxy proxy = opened(TestProxy.single(patience(LONG), crashing.backend()));
        proxy.supervise(crashing.backend());
        Wire client = enqueue(proxy, GET);
        opened(new ScriptedBackend(
                ScriptedBackend.body("after"), crashing.backend().port()));
        proxy.announce(crashing.backend());

        assertThat(client.message().body()).isEqualTo("after");
    }

    @Test
    void who_waits_is_told_at_once_that_nobody_comes_back() throws IOException {
        TestProxy proxy = proxy(LONG);
        proxy.supervise(one);
        ends();
        List<Wire> clients = List.of(enqueue(proxy, GET), enqueue(proxy, GET));
        proxy.expect(one, Duration.ZERO);

        for (Wire client : clients) {
            Message refusal = client.message();
            assertThat(refusal.body()).contains("\"error\":\"no_member\"");
            assertThat(refusal.field("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void nobody_waits_for_a_member_that_nobody_starts_again() throws IOException {
        TestProxy proxy = proxy(LONG);
        ends();

        assertThat(opened(proxy.connect()).send(GET).message().body()).contains("\"error\":\"no_member\"");
        assertThat(proxy.lastRecord().phases().queueNanos()).isNegative();
    }

    @Test
    void a_member_that_should_be_back_is_waited_for_no_more() throws IOException {
        TestProxy proxy = proxy(LONG);
        proxy.expect(one, Duration.ofMillis(300));
        proxy.takeOut(one);

        assertThat(enqueue(proxy, GET).message().body()).contains("\"error\":\"no_member\"");
    }

    @Test
    void a_request_waits_no_longer_than_others_do() throws IOException {
        TestProxy proxy = proxy(Duration.ofMillis(300));
        proxy.expect(one, LONG);
        proxy.takeOut(one);
        Message refusal = enqueue(proxy, GET).message();

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.field("Retry-After")).isEqualTo("1");
        assertThat(refusal.body()).contains("\"error\":\"return_timeout\"", "pool default");
    }
}
