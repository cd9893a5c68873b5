package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.TimeoutConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static String body(Wire wire) throws IOException {
        String head = wire.readHead();
        return wire.read(PlayedBackend.contentLength(head));
    }

    @Test
    void requests_on_one_connection_reach_the_members_in_turn() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(one.backend(), two.backend());
                Wire client = proxy.connect()) {
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                bodies.add(body(client.send(GET)));
            }

            assertThat(bodies).containsExactly("one", "two", "one", "two");
            assertThat(one.connections()).isEqualTo(1);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(one.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send(GET.repeat(50));

            for (int i = 0; i < 50; i++) {
                assertThat(body(client)).isEqualTo(i % 2 == 0 ? "one" : "two");
            }
        }
    }

    @Test
    void a_refused_connection_is_passed_on_and_the_client_sees_nothing_of_it() throws IOException {
        try (PlayedBackend three = PlayedBackend.greeting("3");
                TestProxy proxy = new TestProxy(Nobody.called("1"), Nobody.called("2"), three.backend());
                Wire client = proxy.connect()) {
            String body = "x".repeat(20_000);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

            assertThat(body(client)).isEqualTo("3");
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.REFUSED, Outcome.Kind.REFUSED, Outcome.Kind.COMPLETED);
        }
    }

    @Test
    void when_no_member_is_left_the_answer_is_503_in_json() throws IOException {
        try (TestProxy proxy = new TestProxy(Nobody.called("one"), Nobody.called("two"));
                Wire client = proxy.connect()) {
            String head = client.send(GET).readHead();

            assertThat(head).startsWith("HTTP/1.1 503 ").containsIgnoringCase("content-type: application/json");
            assertThat(client.read(PlayedBackend.contentLength(head))).contains("\"error\":\"no_member\"");
            assertThat(client.send(GET).readHead()).startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void a_get_whose_backend_dies_before_it_answers_is_served_by_another() throws IOException {
        try (PlayedBackend dying = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.reset();
                });
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            assertThat(body(client.send(GET))).isEqualTo("two");
        }
    }

    @Test
    void a_post_whose_backend_dies_before_it_answers_is_not_repeated() throws IOException {
        try (PlayedBackend dying = new PlayedBackend("one", wire -> {
                    wire.read(wire.readHead().isEmpty() ? 0 : 3);
                    wire.reset();
                });
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(dying.backend(), two.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
            assertThat(two.connections()).isZero();
        }
    }

    @Test
    void a_kept_connection_that_the_backend_closed_costs_the_client_nothing() throws IOException {
        try (PlayedBackend oneShot = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
                });
                TestProxy proxy = new TestProxy(oneShot.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 50; i++) {
                assertThat(body(client.send(GET))).isEqualTo("one");
            }
            assertThat(oneShot.connections()).isEqualTo(50);
        }
    }

    @Test
    void a_kept_connection_that_dies_under_the_next_request_is_replaced_at_no_cost() throws IOException {
        try (PlayedBackend forgetful = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
                    wire.readHead();
                    wire.reset();
                });
                TestProxy proxy = new TestProxy(forgetful.backend());
                Wire client = proxy.connect()) {
            assertThat(body(client.send(GET))).isEqualTo("one");
            assertThat(body(client.send(GET))).isEqualTo("one");
            assertThat(forgetful.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_answer_cut_short_reaches_the_client_as_a_broken_transfer() throws IOException {
        try (PlayedBackend cutting = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
                });
                TestProxy proxy = new TestProxy(cutting.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            assertThat(client.read(10)).isEqualTo("5\r\nhello\r\n");

            client.awaitClosed();
            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLOSED));
        }
    }

    @Test
    void pieces_of_an_answer_are_passed_on_as_they_come() throws IOException {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (PlayedBackend streaming = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
                    try {
                        firstSeen.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    wire.send("6\r\nsecond\r\n0\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(streaming.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();

            assertThat(client.read(10)).isEqualTo("5\r\nfirst\r\n");
            firstSeen.countDown();
            assertThat(client.read(16)).isEqualTo("6\r\nsecond\r\n0\r\n\r\n");
        }
    }

    @Test
    void hop_by_hop_fields_stay_behind_and_the_client_is_named() throws IOException {
        Queue<String> heads = new ConcurrentLinkedQueue<>();
        try (PlayedBackend noting = new PlayedBackend("one", wire -> {
                    heads.add(wire.readHead());
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: x-hop\r\nX-Hop: 1\r\nX-End: 1\r\n"
                            + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(noting.backend());
                Wire client = proxy.connect()) {
            client.send("GET /a%2Fb?c=%20d HTTP/1.1\r\nHost: example.test\r\nConnection: x-secret, content-length\r\n"
                    + "X-Secret: 1\r\nKeep-Alive: 5\r\nTE: gzip\r\nX-Forwarded-For: 6.6.6.6\r\nX-Mine: kept\r\n\r\n");
            String answer = client.readHead();

            assertThat(heads.remove().toLowerCase(java.util.Locale.ROOT))
                    .startsWith("get /a%2fb?c=%20d http/1.1\r\n")
                    .contains("host: example.test", "x-mine: kept", "x-forwarded-for: 127.0.0.1")
                    .contains("x-forwarded-proto: http", "x-forwarded-host: example.test")
                    .doesNotContain("x-secret", "keep-alive", "te: ", "connection:", "6.6.6.6");
            assertThat(answer)
                    .contains("X-End: 1", "Set-Cookie: a=1", "Set-Cookie: b=2")
                    .doesNotContain("X-Hop", "x-hop");
        }
    }

    @Test
    void a_chunked_upload_arrives_whole_and_chunked() throws IOException {
        Queue<String> bodies = new ConcurrentLinkedQueue<>();
        try (PlayedBackend noting = new PlayedBackend("one", wire -> {
                    String head = wire.readHead();
                    assertThat(head).containsIgnoringCase("transfer-encoding: chunked");
                    bodies.add(wire.read("3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n".length()));
                    wire.send("HTTP/1.1 204 No Content\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(noting.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            client.send("4\r\ndefg\r\n0\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 204 ").doesNotContainIgnoringCase("transfer-encoding");
            assertThat(bodies).containsExactly("3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
        }
    }

    @Test
    void a_large_upload_and_download_pass_with_a_slow_reader_at_either_end() throws IOException {
        int size = 20_000_000;
        try (PlayedBackend echoing = new PlayedBackend("one", wire -> {
                    int length = PlayedBackend.contentLength(wire.readHead());
                    String body = wire.read(length);
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body);
                });
                TestProxy proxy = new TestProxy(echoing.backend());
                Wire client = proxy.connect()) {
            String body = "0123456789".repeat(size / 10);
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + size + "\r\n\r\n" + body);

            client.readHead();
            assertThat(client.read(size).equals(body)).isTrue();
        }
    }

    @Test
    void a_continue_of_the_backend_reaches_the_client_before_its_body_is_sent() throws IOException {
        try (PlayedBackend careful = new PlayedBackend("one", wire -> {
                    assertThat(wire.readHead()).containsIgnoringCase("expect: 100-continue");
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" + wire.read(3));
                });
                TestProxy proxy = new TestProxy(careful.backend());
                Wire client = proxy.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 100 ");

            client.send("abc");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.read(3)).isEqualTo("abc");
        }
    }

    @Test
    void the_answer_to_head_has_the_fields_of_get_and_no_body() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    }
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").readHead())
                        .contains("200 OK", "Content-Length: 1000");
            }
        }
    }

    @Test
    void an_answer_that_ends_with_its_connection_is_whole_for_the_client() throws IOException {
        try (PlayedBackend old = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.0 200 OK\r\n\r\nuntil the end");
                });
                TestProxy proxy = new TestProxy(old.backend());
                Wire modern = proxy.connect();
                Wire ancient = proxy.connect()) {
            modern.send(GET);
            assertThat(modern.readHead()).containsIgnoringCase("transfer-encoding: chunked");
            assertThat(modern.read(23)).contains("until the end").endsWith("0\r\n\r\n");

            ancient.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(ancient.readHead()).containsIgnoringCase("connection: close");
            assertThat(ancient.readToEnd()).isEqualTo("until the end");
        }
    }

    @Test
    void a_client_that_breaks_off_ends_the_attempt_at_once() throws IOException {
        try (PlayedBackend silent = silent();
                TestProxy proxy = new TestProxy(silent.backend());
                Wire client = proxy.connect()) {
            client.send(GET);
            await().until(() -> proxy.inFlight() == 1);
            client.reset();

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @Test
    void a_client_that_closes_is_taken_for_gone_when_its_answer_does_not_begin_in_the_time_for_half_closed_ones()
            throws IOException {
        ListenerConfig hasty = TestConfig.listener(
                new ClientTimeoutConfig(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMillis(200)));
        try (PlayedBackend silent = silent();
                TestProxy proxy = new TestProxy(hasty, TestConfig.POOL.traffic(), silent.backend())) {
            try (Wire client = proxy.connect()) {
                client.send(GET);
                await().until(() -> proxy.inFlight() == 1);
            }

            await().untilAsserted(() ->
                    assertThat(proxy.outcomes).extracting(Outcome::kind).containsExactly(Outcome.Kind.CLIENT_GONE));
        }
    }

    @Test
    void a_client_that_closed_its_sending_side_gets_its_answer() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET + GET).closeOutput();

            assertThat(client.readToEnd()).containsSubsequence("HTTP/1.1 200 ", "one", "HTTP/1.1 200 ", "one");
        }
    }

    private static PlayedBackend silent() throws IOException {
        return new PlayedBackend("one", wire -> {
            wire.readHead();
            wire.awaitClosed();
        });
    }

    @Test
    void a_backend_that_never_answers_costs_a_504() throws IOException {
        TimeoutConfig hasty = TestConfig.timeouts(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(5));
        try (PlayedBackend silent = new PlayedBackend("one", Wire::awaitClosed);
                TestProxy proxy = new TestProxy(hasty, silent.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"
            })
    void an_answer_that_is_not_sound_http_costs_a_502(String answer) throws IOException {
        try (PlayedBackend unsound = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(answer);
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(unsound.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1x\r\nHost: a\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
            })
    void an_ambiguous_request_is_refused_and_the_connection_closed(String request) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(request).readHead()).startsWith("HTTP/1.1 400 ");
            client.awaitClosed();
            assertThat(one.connections()).isZero();
        }
    }

    @Test
    void too_long_a_request_line_and_too_large_a_head_have_their_own_answers() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire first = proxy.connect();
                Wire second = proxy.connect()) {
            first.send("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(first.readHead()).startsWith("HTTP/1.1 414 ");

            second.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");
            assertThat(second.readHead()).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void a_server_that_stops_lets_the_running_exchange_finish() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        try (PlayedBackend slow = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    asked.countDown();
                    try {
                        stopping.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
                });
                TestProxy proxy = new TestProxy(slow.backend());
                Wire client = proxy.connect()) {
            client.send(GET);
            asked.await();
            Thread stopper = new Thread(() -> proxy.stop(Duration.ofSeconds(10)));
            stopper.start();
            await().until(() -> refuses(proxy.port()));
            stopping.countDown();

            assertThat(body(client)).isEqualTo("one");
            client.awaitClosed();
            stopper.join();
        }
    }

    private static boolean refuses(int port) {
        try {
            Wire.to(port).close();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void every_exchange_is_counted_once_and_nothing_stays_in_flight() throws Exception {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy proxy = new TestProxy(one.backend(), two.backend())) {
            AtomicInteger good = new AtomicInteger();
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < 8; c++) {
                clients.add(new Thread(() -> {
                    try (Wire client = proxy.connect()) {
                        for (int i = 0; i < 100; i++) {
                            body(client.send(GET));
                            good.incrementAndGet();
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }

            assertThat(good).hasValue(800);
            assertThat(proxy.metrics.total()).isEqualTo(800);
            assertThat(proxy.metrics.failed()).isZero();
            assertThat(proxy.metrics.inFlight()).isZero();
            assertThat(proxy.inFlight()).isZero();
        }
    }
}
