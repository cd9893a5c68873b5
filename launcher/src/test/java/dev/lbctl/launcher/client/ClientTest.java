package dev.lbctl.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.client.EventStream.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both clients against a server that answers from a script. */
class ClientTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Address address;
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization") + " " + body)
                    .strip());
            boolean stream = exchange.getRequestURI().getPath().equals("/events");
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, stream ? 0 : bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            if (stream) {
                awaitEnd();
            }
            exchange.close();
        });
        server.start();
        address = new Address("127.0.0.1", server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void changes_carry_the_token_and_names_are_escaped() {
        BalancerClient balancer = new BalancerClient(address, "secret");
        balancer.join(new JoinRequest("server-1", "http://[::1]:9001", null, true));
        balancer.expect("server-1", BackendChange.returning("30s", "crashed", Instant.EPOCH));
        balancer.setAside("[::1]:80");
        balancer.leave("server-1");

        assertThat(asked)
                .containsExactly(
                        "POST /backends Bearer secret {\"name\":\"server-1\",\"url\":\"http://[::1]:9001\",\"pool\":null,\"supervised\":true}",
                        "PATCH /backends/server-1 Bearer secret {\"returning\":\"30s\",\"cause\":\"crashed\",\"at\":\"1970-01-01T00:00:00Z\"}",
                        "PATCH /backends/%5B%3A%3A1%5D%3A80 Bearer secret {\"duty\":\"drain\",\"leaving\":true}",
                        "DELETE /backends/server-1 Bearer secret");
    }

    @Test
    void a_no_carries_what_the_server_said() {
        status = 404;
        answer = "{\"error\":\"unknown_node\",\"detail\":\"no node x\",\"hint\":\"known: a, b\",\"new\":1}";
        assertThatThrownBy(() -> new SupervisorClient(address, "t").kill("x", true))
                .isInstanceOfSatisfying(CallFailure.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(404);
                    assertThat(refused.body().hint()).isEqualTo("known: a, b");
                });
        assertThat(asked).containsExactly("POST /kill/x?crash=true Bearer t");
    }

    @Test
    void an_answer_of_somebody_else_is_told_as_such() {
        answer = "<html>";
        SupervisorClient supervisor = new SupervisorClient(address, "t");
        assertThatThrownBy(supervisor::status).isInstanceOf(CallFailure.Refused.class);
        status = 500;
        assertThatThrownBy(supervisor::status)
                .isInstanceOf(CallFailure.Refused.class)
                .hasMessageContaining("500");
    }

    @Test
    void nobody_there_is_unreachable_and_not_ready() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            address = address.withPort(socket.getLocalPort());
        }
        BalancerClient balancer = new BalancerClient(address, "t");
        assertThat(balancer.isReady()).isFalse();
        assertThatThrownBy(balancer::status)
                .isInstanceOf(CallFailure.Unreachable.class)
                .hasMessageContaining(address.toString());
    }

    @Test
    void ready_means_that_readyz_says_so() {
        BalancerClient balancer = new BalancerClient(address, "t");
        assertThat(balancer.isReady()).isTrue();
        status = 503;
        assertThat(balancer.isReady()).isFalse();
    }

    @Test
    void messages_are_read_one_by_one_and_closing_ends_the_wait() throws Exception {
        answer = ": hello\n\nid: 7\nevent: event\ndata: {\"id\":7,\ndata: \"type\":\"up\"}\n\nevent: x\n\ndata:1\n\n";
        EventStream events = new BalancerClient(address, "t").events();
        Message first = events.next().orElseThrow();
        assertThat(first.id()).isEqualTo("7");
        assertThat(first.name()).isEqualTo("event");
        assertThat(first.as(Event.class)).map(Event::type).contains("up");
        assertThat(events.next()).contains(new Message(null, "message", "1"));

        CompletableFuture<Optional<Message>> waiting = CompletableFuture.supplyAsync(events::next, threads);
        events.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
