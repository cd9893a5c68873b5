package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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

/** Requests that come before the answers to those before them (RFC 9112, section 9.3.2). */
class PipelineTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String TRACE = "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n";

    /** Answers with the body it got, and the target. */
    private static void echo(Wire wire) throws IOException {
        for (Message request = wire.message(); request.isThere(); request = wire.message()) {
            String body = request.body() + request.target();
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }
    }

    @Test
    void fifty_requests_in_one_write_are_answered_in_order() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                PlayedBackend two = new PlayedBackend("two", PipelineTest::echo);
                TestProxy proxy = new TestProxy(one.backend(), two.backend());
                Wire client = proxy.connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append("GET /").append(i).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
            }
            client.send(requests.toString());

            for (int i = 0; i < 50; i++) {
                assertThat(client.message().body()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void requests_with_bodies_of_either_kind_are_answered_in_order() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(("PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
                            + "POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\nX: y\r\n\r\n"
                            + "GET /c HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "POST /d HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                    .repeat(20));

            for (int i = 0; i < 20; i++) {
                assertThat(client.message().body()).isEqualTo("abc/a");
                assertThat(client.message().body()).isEqualTo("def/b");
                assertThat(client.message().body()).isEqualTo("/c");
                assertThat(client.message().body()).isEqualTo("/d");
            }
        }
    }

    @Test
    void a_request_cut_at_every_byte_is_answered_like_a_whole_one() throws IOException {
        String request = "\r\nPUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            for (int cut = 1; cut < request.length(); cut++) {
                client.send(request.substring(0, cut));
                client.send(request.substring(cut));
                assertThat(client.message().body()).isEqualTo("abc/a");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /last HTTP/1.0\r\nHost: a\r\n\r\n",
            })
    void nothing_behind_the_last_request_is_answered(String last) throws IOException {
        Queue<Message> received = new ConcurrentLinkedQueue<>();
        try (PlayedBackend one = PlayedBackend.answering(received, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET + last + GET.repeat(5_000));
            assertThat(client.message().field("Connection")).isEmpty();
            assertThat(client.message().field("Connection")).isEqualTo("close");

            assertThat(client.readToEnd()).isEmpty();
            assertThat(received).extracting(Message::target).containsExactly("/", "/last");
        }
    }

    @Test
    void requests_that_were_sent_before_the_client_closed_its_sending_side_are_all_answered() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET + TRACE + TRACE + GET + TRACE).closeOutput();

            int[] statuses = {200, 501, 501, 200, 501};
            for (int status : statuses) {
                assertThat(client.message().status()).isEqualTo(status);
            }
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void an_answer_that_is_on_its_way_survives_the_end_of_the_clients_sending_side() throws IOException {
        int length = 8_000_000;
        try (PlayedBackend generous = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));
                    wire.readHead();
                });
                TestProxy proxy = new TestProxy(generous.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> proxy.metrics.total() == 1 || !skipped(client, 10_000));
            client.closeOutput();

            assertThat(client.readToEnd()).matches("x*");
        }
    }

    private static boolean skipped(Wire client, int count) throws IOException {
        client.skip(count);
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {GET + TRACE, TRACE})
    void requests_are_not_taken_faster_than_their_answers_are(String requests) throws Exception {
        int most = 30_000_000;
        CountDownLatch sent = new CountDownLatch(1);
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            long before = PlatformDependent.usedDirectMemory();
            Thread flood = new Thread(() -> {
                try {
                    String many = requests.repeat(10_000);
                    for (int bytes = 0; bytes < 2 * most; bytes += many.length()) {
                        client.send(many);
                    }
                    sent.countDown();
                } catch (IOException closed) {
                    return;
                }
            });
            flood.setDaemon(true);
            flood.start();
            await().during(1, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(PlatformDependent.usedDirectMemory() - before)
                            .isLessThan(most));
            assertThat(sent.getCount()).isEqualTo(1);
        }
    }

    @Test
    void thousands_of_requests_that_nobody_can_serve_are_answered_in_order() throws Exception {
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
            assertThat(client.message().body()).isEqualTo("ok");
            for (int i = 0; i < 1500; i++) {
                assertThat(client.message().body()).contains("no_member");
            }
        }
    }

    @Test
    void many_connections_mix_their_pipelines_and_nobody_gets_anothers_answer() throws Exception {
        try (PlayedBackend one = new PlayedBackend("one", PipelineTest::echo);
                PlayedBackend two = new PlayedBackend("two", PipelineTest::echo);
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
                    assertThat(client.message().body().replaceAll("x+", "x")).isEqualTo("x" + name);
                    assertThat(client.message().body()).isEqualTo(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
