package dev.lbctl.launcher.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BenchTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void as_many_requests_as_wanted_are_sent_and_answers_counted_by_status() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(ANY, 50);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() % 4 == 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            Result result = run(server.getAddress(), new Plan.Limit(100, Duration.ofMinutes(1)), 0);
            assertThat(asked).hasValue(100);
            assertThat(result.statuses()).containsEntry(200, 75L).containsEntry(503, 25L);
            assertThat(result.failed()).isEqualTo(25);
            assertThat(result.latency().max())
                    .isGreaterThanOrEqualTo(result.latency().p50());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_method_header_fields_and_a_body_are_sent_as_they_were_given() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(ANY, 50);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().get("Host")
                    + exchange.getRequestHeaders().get("X-Team") + " "
                    + body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            Message message = new Message(
                    "PUT", "/a?b", List.of("host: one", "X-Team: a", "X-Team: b"), "größer".getBytes(UTF_8));
            Plan.Target target = new Plan.Target(server.getAddress(), "localhost", message);
            Result result =
                    new Bench(new Plan(target, 1, new Plan.Limit(2, Duration.ofMinutes(1)), 0)).run(stage -> {});

            assertThat(result.statuses()).containsExactly(entry(204, 2L));
            assertThat(asked).containsOnly("PUT /a?b [one][a, b] größer").hasSize(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_rate_is_kept_and_the_time_ends_it() throws IOException {
        HttpServer server = HttpServer.create(ANY, 50);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Plan.Limit second = new Plan.Limit(Long.MAX_VALUE, Duration.ofSeconds(1));
            assertThat(run(server.getAddress(), second, 40).answered()).isBetween(1L, 41L);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void requests_nobody_answers_are_errors_by_what_went_wrong() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
        Result result = run(nobody, new Plan.Limit(5, Duration.ofMinutes(1)), 0);
        assertThat(result.errors()).containsEntry("connection refused", 5L);
        assertThat(result.answered()).isZero();
    }

    @Test
    void an_answer_that_breaks_off_is_an_error() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> breakOff(socket));
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
            Result result = run(address, new Plan.Limit(1, Duration.ofMinutes(1)), 0);
            served.join();
            assertThat(result.errors()).containsEntry("answer broken off", 1L);
        }
    }

    private static void breakOff(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            client.getInputStream().read(new byte[1000]);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Result run(InetSocketAddress address, Plan.Limit limit, double rate) throws IOException {
        Plan.Target target = new Plan.Target(address, "localhost", Message.get("/"));
        return new Bench(new Plan(target, 3, limit, rate)).run(stage -> {});
    }
}
