package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.retry.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one message ends and the next begins, whatever either side claims. */
class FramingTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static String body(Wire wire) throws IOException {
        String head = wire.readHead();
        return wire.read(PlayedBackend.contentLength(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET /a\u0000b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\rX HTTP/1.1\r\nHost: a\r\n\r\n",
                "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
            })
    void a_request_whose_end_could_be_disputed_is_refused(String request) throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(request).readHead()).startsWith("HTTP/1.1 400 ");
            client.awaitClosed();
            assertThat(one.connections()).isZero();
        }
    }

    @Test
    void a_chunked_body_of_an_old_backend_is_framed_anew() throws IOException {
        try (PlayedBackend old = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send(
                            "HTTP/1.0 200 OK\r\nContent-Length: 30\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(old.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void what_a_backend_sends_beyond_its_answer_answers_nobody() throws IOException {
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        try (PlayedBackend chatty = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                    }
                });
                TestProxy proxy = new TestProxy(chatty.backend());
                Wire client = proxy.connect()) {
            client.send(GET.repeat(20));
            for (int i = 0; i < 20; i++) {
                answers.add(body(client));
            }
            assertThat(answers).containsOnly("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "099"})
    void a_status_that_does_not_exist_is_not_passed_on(String status) throws IOException {
        try (PlayedBackend odd = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 " + status + " Odd\r\nContent-Length: 5\r\n\r\nabc");
                });
                TestProxy proxy = new TestProxy(odd.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void thousands_of_requests_sent_at_once_are_answered_in_order() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (PlayedBackend late = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().until(() -> sent.getCount() == 0);
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
                TestProxy proxy = new TestProxy(late.backend());
                Wire client = proxy.connect()) {
            client.send(GET + "PATCH / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n".repeat(1500));
            await().until(() -> late.connections() == 1);
            proxy.takeOut(late.backend());
            sent.countDown();
            assertThat(body(client)).isEqualTo("ok");
            for (int i = 0; i < 1500; i++) {
                assertThat(body(client)).contains("no_member");
            }
        }
    }

    @Test
    void an_early_hint_does_not_disturb_the_answer_to_a_pipelined_head() throws IOException {
        try (PlayedBackend hinting = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send(
                                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
                        wire.send(head.startsWith("HEAD") ? "" : "ok");
                    }
                });
                TestProxy proxy = new TestProxy(hinting.backend());
                Wire client = proxy.connect()) {
            client.send(GET + "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + GET);
            assertThat(client.readHead()).startsWith("HTTP/1.1 103 ");
            assertThat(body(client)).isEqualTo("ok");
            assertThat(client.readHead()).startsWith("HTTP/1.1 103 ");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.readHead()).startsWith("HTTP/1.1 103 ");
            assertThat(body(client)).isEqualTo("ok");
        }
    }

    @Test
    void a_malformed_chunk_costs_a_400_and_nobody_is_to_blame_but_the_client() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", Wire::awaitClosed);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            await().until(() -> one.connections() == 1);
            client.send("so many\r\nabc\r\n0\r\n\r\n");

            assertThat(client.readHead()).startsWith("HTTP/1.1 400 ");
            client.awaitClosed();
            assertThat(proxy.outcomes).noneMatch(Outcome::failed);
            assertThat(proxy.inFlight()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            })
    void the_next_answer_follows_one_without_a_body(String bodiless) throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send(
                                head.startsWith("GET /last")
                                        ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                        : bodiless);
                    }
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET + GET + "GET /last HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readHead()).startsWith(bodiless.substring(0, 12));
            assertThat(client.readHead()).startsWith(bodiless.substring(0, 12));
            assertThat(body(client)).isEqualTo("ok");
        }
    }

    @Test
    void the_next_answer_follows_a_chunked_one_to_head() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                        wire.send(head.startsWith("HEAD") ? "" : "2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n");
                    }
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + GET + GET);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            for (int i = 0; i < 2; i++) {
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
                assertThat(client.readHead()).isEqualTo("2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n");
            }
        }
    }

    @Test
    void an_answer_in_a_coding_that_would_be_lost_is_not_passed_on() throws IOException {
        try (PlayedBackend packing = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
                    wire.awaitClosed();
                });
                TestProxy proxy = new TestProxy(packing.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void no_request_is_lost_that_was_sent_together_with_a_body() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(body(client.send(GET))).isEqualTo("one");
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc".repeat(2) + GET + GET);

            for (int i = 0; i < 4; i++) {
                assertThat(body(client)).isEqualTo("one");
            }
        }
    }

    @Test
    void many_connections_mix_their_pipelines_and_nobody_gets_anothers_answer() throws Exception {
        PlayedBackend.Script echo = wire -> {
            for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
                String target = head.split(" ", 3)[1];
                String body = wire.read(PlayedBackend.contentLength(head)) + target;
                wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        };
        try (PlayedBackend one = new PlayedBackend("one", echo);
                PlayedBackend two = new PlayedBackend("two", echo);
                TestProxy proxy = new TestProxy(one.backend(), two.backend())) {
            List<CompletableFuture<Void>> clients = IntStream.range(0, 16)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> converse(proxy, "/" + number), command -> new Thread(command).start()))
                    .toList();
            for (CompletableFuture<Void> client : clients) {
                client.get(30, TimeUnit.SECONDS);
            }
            assertThat(proxy.inFlight()).isZero();
        }
    }

    private static void converse(TestProxy proxy, String name) {
        String put = "PUT " + name + " HTTP/1.1\r\nHost: a\r\nContent-Length: 3000\r\n\r\n" + "x".repeat(3_000);
        try (Wire client = proxy.connect()) {
            for (int round = 0; round < 30; round++) {
                client.send((put + "GET " + name + " HTTP/1.1\r\nHost: a\r\n\r\n").repeat(5));
                for (int i = 0; i < 5; i++) {
                    assertThat(body(client).replaceAll("x+", "x")).isEqualTo("x" + name);
                    assertThat(body(client).replaceAll("x+", "x")).isEqualTo(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
