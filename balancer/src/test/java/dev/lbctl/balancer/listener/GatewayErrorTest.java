package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer that is the balancer's own, provoked by what brings it about. */
class GatewayErrorTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    private static final ListenerConfig STRICT = new ListenerConfig(
            TestConfig.LISTENER.socket(),
            TestConfig.LISTENER.exposure(),
            TestConfig.LISTENER.trustedProxies(),
            TestConfig.LISTENER.allow(),
            new LimitConfig(256, 1_024, 10, 2, 1),
            new ClientTimeoutConfig(SHORT, LONG, LONG),
            TestConfig.LISTENER.accessLog());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private <T extends AutoCloseable> T open(T resource) {
        open.push(resource);
        return resource;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }

    private Backend backend(PlayedBackend.Script script) throws IOException {
        return open(new PlayedBackend("one", script)).backend();
    }

    private Backend silent() throws IOException {
        return backend(Wire::awaitClosed);
    }

    private static TrafficConfig patience(Duration connect, Duration responseHead, Duration idle) {
        return TestConfig.traffic(TestConfig.timeouts(connect, responseHead, idle));
    }

    /** One request at a time; some may wait for a short while. */
    private static TrafficConfig line(int size) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        ConnectionConfig connections = TestConfig.POOL.traffic().connections();
        return TestConfig.traffic(
                new ConnectionConfig(1, connections.idle(), connections.idleFor(), connections.maxAge()),
                new QueueConfig(size),
                new TimeoutConfig(
                        shipped.connect(),
                        shipped.responseHead(),
                        shipped.idle(),
                        SHORT,
                        shipped.answer(),
                        shipped.upgrade()));
    }

    private TestProxy strict() throws IOException {
        return open(new TestProxy(STRICT));
    }

    private TestProxy proxy(TrafficConfig traffic, Backend backend) throws IOException {
        return open(TestProxy.single(traffic, backend));
    }

    private TestProxy proxy(Backend backend) throws IOException {
        return proxy(TestConfig.POOL.traffic(), backend);
    }

    /** One whose only backend has as many requests as it may. */
    private TestProxy busy(int waiting) throws IOException {
        TestProxy proxy = proxy(line(waiting), silent());
        open(proxy.connect()).send(GET);
        await().until(() -> proxy.inFlight() == 1);
        return proxy;
    }

    /** One whose only backend is expected back. */
    private TestProxy deserted() throws IOException {
        Backend away = Nobody.called("one");
        TestProxy proxy = proxy(line(1), away);
        proxy.takeOut(away);
        proxy.expect(away, LONG);
        return proxy;
    }

    /** One that has a client too many. */
    private TestProxy crowded() throws IOException {
        TestProxy proxy = strict();
        open(proxy.connect()).send(GET).message();
        return proxy;
    }

    private record Scene(TestProxy proxy, String request, boolean staysOpen) {}

    private Scene scene(GatewayError error) throws IOException {
        return switch (error) {
            case BAD_REQUEST -> new Scene(strict(), "GET / HTTP/1.1\r\n\r\n", false);
            case NO_ROUTE -> new Scene(open(TestProxy.below("/elsewhere")), GET, true);
            case HEAD_TIMEOUT -> new Scene(strict(), "GET / HT", false);
            case CLIENT_STALLED -> new Scene(proxy(patience(LONG, LONG, SHORT), silent()), POST + "a", false);
            case BODY_TOO_LARGE -> new Scene(strict(), POST + "abc", false);
            case URI_TOO_LONG -> new Scene(strict(), "GET /" + "a".repeat(300) + " HTTP/1.1\r\n\r\n", false);
            case HEADERS_TOO_LARGE -> new Scene(strict(), "GET / HTTP/1.1\r\nX:" + "a".repeat(2_000), false);
            case METHOD_REFUSED -> new Scene(strict(), "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", true);
            case CODING_UNKNOWN ->
                new Scene(strict(), "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", false);
            case VERSION_UNKNOWN -> new Scene(strict(), "GET / HTTP/3.0\r\n\r\n", false);
            case OVERLOADED -> new Scene(crowded(), GET, false);
            case NO_MEMBER -> new Scene(proxy(Nobody.called("one")), GET, true);
            case QUEUE_FULL -> new Scene(busy(0), GET, true);
            case QUEUE_TIMEOUT -> new Scene(busy(1), GET, true);
            case RETURN_TIMEOUT -> new Scene(deserted(), GET, true);
            case NO_SOCKET -> throw new IllegalArgumentException("what a machine lacks cannot be had in a test");
            case UNREACHABLE -> // TCP has no broadcast: the system itself says no.
                new Scene(proxy(new Backend("one", "255.255.255.255", 80)), GET, true);
            case CLOSED -> new Scene(proxy(backend(Wire::message)), POST + "abc", true);
            case BAD_RESPONSE -> new Scene(proxy(backend(wire -> wire.send("nonsense\r\n\r\n"))), POST + "abc", true);
            case CONNECT_TIMEOUT ->
                new Scene(
                        proxy(
                                patience(SHORT, LONG, LONG),
                                open(PlayedBackend.late("one", wire -> {})).backend()),
                        GET,
                        true);
            case TIMEOUT -> new Scene(proxy(patience(LONG, SHORT, LONG), silent()), POST + "abc", true);
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_SOCKET")
    void is_told_and_written_down_and_costs_the_connection_only_if_more_of_the_request_may_come(GatewayError error)
            throws IOException {
        Scene scene = scene(error);
        Wire client = open(scene.proxy.connect());
        Message refusal = client.send(scene.request).message();
        RequestRecord written = scene.proxy.lastRecord();

        assertThat(refusal.status()).isEqualTo(error.status());
        assertThat(refusal.field("Content-Type")).isEqualTo("application/json");
        assertThat(refusal.field("Retry-After")).isEqualTo(error.status() == 503 ? "1" : "");
        assertThat(refusal.body())
                .contains("\"error\":\"" + error.cause() + "\"")
                .doesNotContain("{pool}");
        assertThat(written.answered().status()).isEqualTo(error.status());
        assertThat(written.answered().cause()).isEqualTo(error.cause());
        assertThat(written.answered().bytesOut()).isEqualTo(refusal.body().length());
        assertThat(written.phases().firstByteNanos()).isEqualTo(Phases.NONE);
        assertThat(written.failed()).isTrue();
        assertThat(refusal.field("Connection")).isEqualTo(scene.staysOpen ? "" : "close");
        if (scene.staysOpen) {
            assertThat(client.send(GET).message().isThere()).isTrue();
        } else {
            client.awaitClosed();
        }
    }
}
