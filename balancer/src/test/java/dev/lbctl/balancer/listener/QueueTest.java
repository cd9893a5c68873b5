package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Requests for whom no member has room. */
class QueueTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /** Which requests have come, and when they may be answered. */
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();

    private final Semaphore answers = new Semaphore(0);

    private PlayedBackend gated(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                targets.add(request.target());
                answers.acquireUninterruptibly();
                wire.send(OK);
            }
        });
    }

    private static TrafficConfig traffic(int max, int queueSize, Duration queueTimeout) {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        ConnectionConfig connections = TestConfig.POOL.traffic().connections();
        return TestConfig.traffic(
                new ConnectionConfig(max, connections.idle(), connections.idleFor(), connections.maxAge()),
                new QueueConfig(queueSize),
                new TimeoutConfig(
                        shipped.connect(),
                        shipped.responseHead(),
                        shipped.idle(),
                        queueTimeout,
                        shipped.answer(),
                        shipped.upgrade()));
    }

    private static TrafficConfig one() {
        return traffic(1, 1_000, Duration.ofSeconds(10));
    }

    private static Wire ask(TestProxy proxy, String target) throws IOException {
        return proxy.connect().send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    /** Asks one after the other; each waits before the next asks. */
    private static List<Wire> line(TestProxy proxy, int count) throws IOException {
        List<Wire> line = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int waiting = proxy.waiting();
            line.add(ask(proxy, "/" + i));
            await().until(() -> proxy.waiting() == waiting + 1);
        }
        return line;
    }

    @Test
    void who_waits_is_served_in_order() throws IOException {
        try (PlayedBackend backend = gated("one");
                TestProxy proxy = new TestProxy(one(), backend.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 10);
            proxy.letIn(backend.backend());
            answers.release(11);

            assertThat(first.message().body()).isEqualTo("ok");
            for (Wire client : line) {
                assertThat(client.message().body()).isEqualTo("ok");
                client.close();
            }
            assertThat(targets).containsExactly("/first", "/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9");
            assertThat(proxy.lastRecord().phases().queueNanos()).isPositive();
            assertThat(proxy.lastRecord().answered().cause()).isNull();
        }
    }

    @Test
    void changes_of_the_pool_do_not_disturb_the_order() throws IOException {
        try (PlayedBackend backend = gated("one");
                PlayedBackend other = gated("two");
                TestProxy proxy = new TestProxy(one(), backend.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 5);
            for (int i = 0; i < 5; i++) {
                proxy.takeOut(other.backend());
                proxy.announce(other.backend());
            }
            await().until(() -> proxy.waiting() == 5);
            answers.release(6);

            for (Wire client : line) {
                assertThat(client.message().body()).isEqualTo("ok");
                client.close();
            }
            assertThat(first.message().body()).isEqualTo("ok");
            assertThat(targets).containsExactly("/first", "/0", "/1", "/2", "/3", "/4");
        }
    }

    @Test
    void a_full_queue_costs_a_503_and_the_connection_stays() throws IOException {
        try (PlayedBackend backend = gated("one");
                TestProxy proxy = new TestProxy(traffic(1, 1, Duration.ofSeconds(10)), backend.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 1);
            try (Wire tooMany = ask(proxy, "/many")) {
                Message refusal = tooMany.message();
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.field("Retry-After")).isEqualTo("1");
                assertThat(refusal.body()).contains("queue_full");
                assertThat(tooMany.send(GET).message().status()).isEqualTo(503);
                answers.release(3);
                assertThat(first.message().body()).isEqualTo("ok");
                assertThat(line.get(0).message().body()).isEqualTo("ok");
                assertThat(tooMany.send(GET).message().body()).isEqualTo("ok");
            }
            line.get(0).close();
        }
    }

    @Test
    void without_a_queue_nobody_waits() throws IOException {
        try (PlayedBackend backend = gated("one");
                TestProxy proxy = new TestProxy(traffic(1, 0, Duration.ofSeconds(10)), backend.backend());
                Wire first = ask(proxy, "/first");
                Wire second = proxy.connect()) {
            await().until(() -> targets.size() == 1);
            assertThat(second.send(GET).message().body()).contains("queue_full");
            answers.release(1);
            assertThat(first.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void who_has_waited_too_long_gets_a_503_and_leaves_the_line() throws IOException {
        try (PlayedBackend backend = gated("one");
                TestProxy proxy = new TestProxy(traffic(1, 1_000, Duration.ofMillis(200)), backend.backend());
                Wire first = ask(proxy, "/first");
                Wire second = proxy.connect()) {
            await().until(() -> targets.size() == 1);
            Message refusal = second.send(GET).message();

            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.body()).contains("queue_timeout");
            assertThat(proxy.waiting()).isZero();
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("queue_timeout");
            assertThat(proxy.lastRecord().served().attempts()).isZero();
            answers.release(2);
            assertThat(first.message().body()).isEqualTo("ok");
            assertThat(second.send(GET).message().body()).isEqualTo("ok");
        }
    }

    @Test
    void a_member_that_comes_up_serves_who_waits() throws IOException {
        try (PlayedBackend busy = gated("one");
                PlayedBackend fresh = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(one(), busy.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 3);
            proxy.letIn(fresh.backend());

            for (Wire client : line) {
                assertThat(client.message().body()).isEqualTo("two");
                client.close();
            }
            answers.release();
            assertThat(first.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void when_the_last_member_goes_who_waits_is_told_at_once() throws IOException {
        try (PlayedBackend busy = gated("one");
                TestProxy proxy = new TestProxy(one(), busy.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 2);
            proxy.takeOut(busy.backend());

            for (Wire client : line) {
                assertThat(client.message().body()).contains("no_member");
                client.close();
            }
            answers.release();
            assertThat(first.message().body()).isEqualTo("ok");
        }
    }

    @Test
    void a_client_that_leaves_while_it_waits_frees_its_place() throws IOException {
        try (PlayedBackend backend = gated("one");
                TestProxy proxy = new TestProxy(traffic(1, 2, Duration.ofSeconds(10)), backend.backend());
                Wire first = ask(proxy, "/first")) {
            await().until(() -> targets.size() == 1);
            List<Wire> line = line(proxy, 2);
            line.get(0).reset();
            await().until(() -> proxy.waiting() == 1);
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_gone");
            try (Wire late = ask(proxy, "/late")) {
                answers.release(3);
                assertThat(first.message().body()).isEqualTo("ok");
                assertThat(line.get(1).message().body()).isEqualTo("ok");
                assertThat(late.message().body()).isEqualTo("ok");
            }
            line.get(1).close();
            assertThat(targets).containsExactly("/first", "/1", "/late");
        }
    }

    @Test
    void a_body_waits_with_its_request() throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend backend = new PlayedBackend("one", wire -> {
                    for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                        targets.add(request.target());
                        received.add(request);
                        answers.acquireUninterruptibly();
                        wire.send(OK);
                    }
                });
                TestProxy proxy = new TestProxy(one(), backend.backend());
                Wire first = ask(proxy, "/first");
                Wire second = proxy.connect()) {
            await().until(() -> targets.size() == 1);
            second.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
            Thread sender = new Thread(() -> {
                try {
                    second.send("x".repeat(1_000_000));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            sender.start();
            await().until(() -> proxy.waiting() == 1);
            answers.release(2);

            assertThat(first.message().body()).isEqualTo("ok");
            assertThat(second.message().body()).isEqualTo("ok");
            assertThat(received).extracting(request -> request.body().length()).containsExactly(0, 1_000_000);
        }
    }

    @Test
    void a_storm_of_clients_is_served_and_no_member_has_more_than_it_may() throws Exception {
        AtomicInteger most = new AtomicInteger();
        PlayedBackend.Script counting = new PlayedBackend.Script() {
            private final AtomicInteger now = new AtomicInteger();

            @Override
            public void play(Wire wire) throws IOException {
                for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                    wire.send(OK);
                }
            }
        };
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (PlayedBackend backend = new PlayedBackend("one", counting);
                TestProxy proxy = new TestProxy(traffic(2, 1_000, Duration.ofSeconds(30)), backend.backend())) {
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < 200; c++) {
                clients.add(new Thread(() -> {
                    try (Wire client = proxy.connect()) {
                        for (int i = 0; i < 20; i++) {
                            assertThat(client.send(GET).message().body()).isEqualTo("ok");
                        }
                    } catch (IOException | AssertionError e) {
                        failures.add(e);
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }

            assertThat(failures).isEmpty();
            assertThat(most).hasValueLessThanOrEqualTo(2);
            assertThat(proxy.waiting()).isZero();
            assertThat(proxy.inFlight()).isZero();
        }
    }
}
