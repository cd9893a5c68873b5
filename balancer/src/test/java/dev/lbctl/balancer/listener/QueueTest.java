package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests when every member has as many as it may. */
class QueueTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Semaphore answers = new Semaphore(0);

    private static TrafficConfig traffic(int max, int waiting, Duration patience) {
        TimeoutConfig timeouts = TestConfig.POOL.timeouts();
        ConnectionConfig connections = TestConfig.POOL.traffic().connections();
        return TestConfig.traffic(
                new ConnectionConfig(max, connections.idle(), connections.idleFor(), connections.maxAge()),
                new QueueConfig(waiting),
                new TimeoutConfig(
                        timeouts.connect(),
                        timeouts.responseHead(),
                        timeouts.idle(),
                        patience,
                        timeouts.answer(),
                        timeouts.upgrade()));
    }

    private static TrafficConfig oneAtATime() {
        return traffic(1, 1_000, Duration.ofSeconds(60));
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    /** A backend that answers as often as {@link #answers} lets it. */
    private PlayedBackend held(String name) throws IOException {
        return new PlayedBackend(name, wire -> {
            for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                asked.add(request.target());
                answers.acquireUninterruptibly();
                wire.send(OK);
            }
        });
    }

    /** Sends a request, and waits until it was asked of a backend. */
    private Wire ask(TestProxy proxy, String target) throws IOException {
        Wire client = proxy.connect().send(get(target));
        await().until(() -> asked.contains(target));
        return client;
    }

    /** Sends a request, and waits until it waits too. */
    private static Wire enqueue(TestProxy proxy, String request) throws IOException {
        int before = proxy.waiting();
        Wire client = proxy.connect().send(request);
        await().until(() -> proxy.waiting() == before + 1);
        return client;
    }

    @Test
    void requests_wait_for_room_and_are_served_in_the_order_they_came() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = new TestProxy(oneAtATime(), one.backend())) {
            List<Wire> clients = new ArrayList<>(List.of(ask(proxy, "/1")));
            for (int i = 2; i <= 6; i++) {
                clients.add(enqueue(proxy, get("/" + i)));
            }
            assertThat(asked).containsExactly("/1");
            answers.release(6);

            for (Wire client : clients) {
                assertThat(client.message().status()).isEqualTo(200);
            }
            assertThat(asked).containsExactly("/1", "/2", "/3", "/4", "/5", "/6");
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    void changes_of_the_pool_do_not_disturb_the_order() throws IOException {
        try (PlayedBackend one = held("one");
                PlayedBackend other = held("other");
                TestProxy proxy = new TestProxy(oneAtATime(), one.backend())) {
            ask(proxy, "/1");
            List<Wire> waiting = new ArrayList<>();
            for (int i = 2; i <= 5; i++) {
                waiting.add(enqueue(proxy, get("/" + i)));
            }
            for (int i = 0; i < 5; i++) {
                proxy.announce(other.backend());
                proxy.takeOut(other.backend());
            }
            answers.release(5);

            for (Wire client : waiting) {
                assertThat(client.message().status()).isEqualTo(200);
            }
            assertThat(asked).containsExactly("/1", "/2", "/3", "/4", "/5");
        }
    }

    @Test
    void a_request_that_comes_when_others_wait_does_not_overtake_them() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(oneAtATime(), one.backend())) {
            Wire first = ask(proxy, "/first");
            Wire second = enqueue(proxy, get("/second"));
            first.send(get(
                    "/third")); // Is read as soon as the first is answered, before anybody else is told of the room.
            answers.release(3);

            for (Wire client : List.of(first, second, first)) {
                assertThat(client.message().status()).isEqualTo(200);
            }
            assertThat(asked).containsExactly("/first", "/second", "/third");
        }
    }

    /** Answers at once, and takes down how many requests it ever had at the same time. */
    private static PlayedBackend counting(String name, AtomicInteger most) throws IOException {
        AtomicInteger now = new AtomicInteger();
        return new PlayedBackend(name, wire -> {
            for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                now.decrementAndGet();
                wire.send(OK);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void however_many_ask_at_once_all_are_answered_and_no_member_has_more_than_it_may(int max) throws Exception {
        int clients = 200;
        int rounds = 10;
        AtomicInteger most = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        try (PlayedBackend one = counting("one", most);
                PlayedBackend two = counting("two", most);
                TestProxy proxy =
                        new TestProxy(traffic(max, clients, Duration.ofSeconds(60)), one.backend(), two.backend())) {
            List<Thread> threads = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                threads.add(new Thread(() -> {
                    try (Wire client = proxy.connect()) {
                        for (int round = 0; round < rounds; round++) {
                            good.addAndGet(
                                    client.send(get("/")).message().body().equals("ok") ? 1 : 0);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(good).hasValue(clients * rounds);
            assertThat(most.get()).isBetween(1, max);
            assertThat(proxy.metrics.total()).isEqualTo(good.get());
            assertThat(proxy.metrics.inFlight()).isZero();
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void when_as_many_wait_as_may_the_next_is_told_to_come_again(int waiting, int unanswered) throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(traffic(1, waiting, Duration.ofSeconds(60)), one.backend())) {
            ask(proxy, "/1");
            for (int i = 2; i <= unanswered; i++) {
                enqueue(proxy, get("/" + i));
            }
            Wire client = proxy.connect();
            Message refusal = client.send(get("/next")).message();

            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.field("Retry-After")).isEqualTo("1");
            assertThat(refusal.body()).contains("\"error\":\"queue_full\"");
            answers.release(1);
            await().until(() -> proxy.metrics.inFlight() == unanswered - 1);
            if (waiting > 0) {
                answers.release(waiting);
                await().until(() -> proxy.metrics.inFlight() == 0);
            }
            answers.release(1);
            assertThat(client.send(get("/again")).message().status()).isEqualTo(200);
        }
    }

    @Test
    void a_request_that_has_waited_for_too_long_is_told_to_come_again() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(traffic(1, 10, Duration.ofMillis(200)), one.backend())) {
            Wire served = ask(proxy, "/1");
            Wire client = proxy.connect();
            Message refusal = client.send(get("/2")).message();

            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.field("Retry-After")).isEqualTo("1");
            assertThat(refusal.body()).contains("\"error\":\"queue_timeout\"", "pool default");
            Phases phases = proxy.lastRecord().phases();
            assertThat(phases.queueNanos()).isGreaterThan(Duration.ofMillis(200).toNanos());
            assertThat(phases.connectNanos()).isEqualTo(Phases.NONE);
            assertThat(phases.firstByteNanos()).isEqualTo(Phases.NONE);
            answers.release(2);
            assertThat(served.message().status()).isEqualTo(200);
            assertThat(client.send(get("/3")).message().status()).isEqualTo(200);
            assertThat(asked).containsExactly("/1", "/3");
        }
    }

    @Test
    void waiting_counts_as_time_for_the_answer() throws IOException {
        TimeoutConfig shipped = TestConfig.POOL.timeouts();
        TimeoutConfig hasty = new TimeoutConfig(
                shipped.connect(),
                shipped.responseHead(),
                shipped.idle(),
                Duration.ofSeconds(60),
                Duration.ofMillis(300),
                shipped.upgrade());
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(
                        TestConfig.traffic(oneAtATime().connections(), new QueueConfig(10), hasty), one.backend())) {
            Wire upload = proxy.connect().send("PUT /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            await().until(() -> proxy.inFlight() == 1);
            Message refusal = proxy.connect().send(get("/2")).message();

            assertThat(refusal.status()).isEqualTo(504);
            assertThat(refusal.body()).contains("\"error\":\"timeout\"");
            assertThat(proxy.lastRecord().served().attempts()).isZero();
            answers.release(1);
            assertThat(upload.send("abc").message().status()).isEqualTo(200);
        }
    }

    @Test
    void a_member_that_joins_serves_those_who_wait() throws IOException {
        try (PlayedBackend one = held("one");
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(oneAtATime(), one.backend())) {
            ask(proxy, "/1");
            List<Wire> waiting = new ArrayList<>();
            for (int i = 2; i <= 5; i++) {
                waiting.add(enqueue(proxy, get("/" + i)));
            }
            proxy.letIn(two.backend());

            for (Wire client : waiting) {
                assertThat(client.message().body()).isEqualTo("two");
            }
        }
    }

    @Test
    void when_the_last_member_leaves_those_who_wait_are_told_that_nobody_is_left() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = new TestProxy(oneAtATime(), one.backend())) {
            Wire served = ask(proxy, "/1");
            List<Wire> waiting = new ArrayList<>();
            for (int i = 2; i <= 4; i++) {
                waiting.add(enqueue(proxy, get("/" + i)));
            }
            proxy.takeOut(one.backend());

            for (Wire client : waiting) {
                assertThat(client.message().body()).contains("\"error\":\"no_member\"");
            }
            answers.release(1);
            assertThat(served.message().status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_leaves_while_it_waits_leaves_its_place_to_another() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(traffic(1, 1, Duration.ofSeconds(60)), one.backend())) {
            Wire served = ask(proxy, "/1");
            enqueue(proxy, get("/2")).reset();
            await().until(() -> !proxy.metrics.ring().latest(1).isEmpty());
            assertThat(proxy.lastRecord().answered().cause()).isEqualTo("client_gone");
            assertThat(proxy.lastRecord().phases().queueNanos()).isPositive();
            Wire next = enqueue(proxy, get("/3"));
            answers.release(2);

            assertThat(served.message().status()).isEqualTo(200);
            assertThat(next.message().status()).isEqualTo(200);
            assertThat(asked).containsExactly("/1", "/3");
        }
    }

    @Test
    @Tag("leaves-unread") // NIO tells that a client has left only to who reads what it sends.
    void a_client_that_leaves_while_its_body_waits_leaves_its_place_to_another() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(traffic(1, 1, Duration.ofSeconds(60)), one.backend())) {
            ask(proxy, "/1");
            enqueue(proxy, "PUT /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc")
                    .reset();
            await().until(() -> proxy.waiting() == 0);
            Wire next = enqueue(proxy, get("/3"));
            answers.release(2);

            assertThat(next.message().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\n\r\nabcdef",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2\r\nef\r\n0\r\nX-End: 1\r\n\r\n"
            })
    void the_body_of_a_request_that_waits_arrives_whole(String rest) throws IOException {
        Queue<Message> uploads = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                        asked.add(request.target());
                        uploads.add(request);
                        answers.acquireUninterruptibly();
                        wire.send(OK);
                    }
                });
                TestProxy proxy = TestProxy.single(oneAtATime(), one.backend())) {
            ask(proxy, "/1");
            Wire client = enqueue(proxy, "POST /2 HTTP/1.1\r\nHost: a\r\n" + rest);
            answers.release(2);

            assertThat(client.message().status()).isEqualTo(200);
            uploads.remove();
            Message upload = uploads.remove();
            assertThat(upload.body()).isEqualTo("abcdef");
            assertThat(upload.trailers()).isEqualTo(rest.contains("X-End") ? "X-End: 1\r\n" : "");
        }
    }

    @Test
    void a_client_that_sent_all_and_closed_its_sending_side_gets_its_answer_after_waiting() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(oneAtATime(), one.backend())) {
            ask(proxy, "/1");
            Wire reading = enqueue(proxy, get("/2"));
            reading.closeOutput();
            Wire writing = enqueue(proxy, "PUT /3 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            writing.closeOutput();
            answers.release(3);

            assertThat(reading.message().status()).isEqualTo(200);
            assertThat(writing.message().status()).isEqualTo(200);
        }
    }

    @Test
    void the_time_in_the_line_is_taken_down_for_those_who_stood_there() throws IOException {
        try (PlayedBackend one = held("one");
                TestProxy proxy = TestProxy.single(oneAtATime(), one.backend())) {
            Wire first = ask(proxy, "/1");
            Wire second = enqueue(proxy, get("/2"));
            answers.release(2);
            first.message();
            second.message();

            await().until(() -> proxy.metrics.ring().latest(2).size() == 2);
            List<RequestRecord> records = proxy.metrics.ring().latest(2);
            assertThat(records.get(1).phases().queueNanos()).isEqualTo(Phases.NONE);
            assertThat(records.get(0).phases().queueNanos())
                    .isPositive()
                    .isLessThan(records.get(0).phases().firstByteNanos());
        }
    }

    @Test
    void a_retry_waits_for_a_member_that_was_not_tried() throws IOException {
        try (PlayedBackend failing = new PlayedBackend("1", wire -> {
                    asked.add(wire.message().target() + " fails");
                    answers.acquireUninterruptibly();
                    wire.reset();
                });
                PlayedBackend two = held("2");
                TestProxy proxy = TestProxy.single(oneAtATime(), failing.backend(), two.backend())) {
            Wire repeated = proxy.connect().send(get("/1"));
            await().until(() -> asked.contains("/1 fails"));
            ask(proxy, "/2");
            answers.release(1);
            answers.release(2);

            assertThat(repeated.message().status()).isEqualTo(200);
            assertThat(proxy.metrics.ring().latest(2)).anySatisfy(record -> {
                assertThat(record.served().backend()).isEqualTo("2");
                assertThat(record.served().attempts()).isEqualTo(2);
            });
        }
    }

    @Test
    void a_request_sent_again_on_a_fresh_connection_keeps_the_room_it_had() throws IOException {
        Semaphore seen = new Semaphore(0);
        AtomicInteger next = new AtomicInteger();
        try (PlayedBackend fickle = new PlayedBackend("one", wire -> {
                    if (next.getAndIncrement() == 0) {
                        wire.message();
                        wire.send(OK);
                        asked.add(wire.message().target() + " dies");
                        answers.acquireUninterruptibly();
                        wire.reset();
                        return;
                    }
                    for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                        asked.add(request.target());
                        seen.release();
                        answers.acquireUninterruptibly();
                        wire.send(OK);
                    }
                });
                TestProxy proxy = TestProxy.single(oneAtATime(), fickle.backend());
                Wire first = proxy.connect()) {
            first.send(get("/1")).message();
            first.send(get("/2"));
            await().until(() -> asked.contains("/2 dies"));
            Wire second = enqueue(proxy, get("/3"));
            answers.release(1);
            seen.acquireUninterruptibly();
            assertThat(asked).containsExactly("/2 dies", "/2");
            assertThat(proxy.inFlight()).isEqualTo(1);

            answers.release(2);
            assertThat(first.message().status()).isEqualTo(200);
            assertThat(second.message().status()).isEqualTo(200);
            assertThat(asked).containsExactly("/2 dies", "/2", "/3");
        }
    }
}
