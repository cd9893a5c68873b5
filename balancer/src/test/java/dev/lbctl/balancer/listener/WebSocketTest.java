package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.pool.Backend;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A WebSocket client and a WebSocket server that nobody here has written, with the proxy between them. */
class WebSocketTest {
    private static final class Heard implements WebSocket.Listener {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();
        private final Queue<String> closes = new ConcurrentLinkedQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closes.add(code + " " + reason);
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }

    private static Javalin echo() {
        return Javalin.create(javalin -> {
                    javalin.startup.showJavalinBanner = false;
                    javalin.routes.ws("/echo", sockets -> {
                        sockets.onConnect(socket -> socket.session.setMaxTextMessageSize(1_000_000));
                        sockets.onMessage(socket -> {
                            if (socket.message().equals("leave")) {
                                socket.closeSession(4000, "as you wish");
                            } else {
                                socket.send(socket.message());
                            }
                        });
                    });
                })
                .start("127.0.0.1", 0);
    }

    private static WebSocket open(TestProxy proxy, Heard heard) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + proxy.port() + "/echo"), heard)
                .get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 200, 300_000})
    void messages_of_any_size_come_back(int size) throws Exception {
        Javalin server = echo();
        try (TestProxy proxy = new TestProxy(new Backend("one", "127.0.0.1", server.port()))) {
            Heard heard = new Heard();
            WebSocket socket = open(proxy, heard);
            for (int i = 0; i < 3; i++) {
                socket.sendText("x".repeat(size), true).get(10, TimeUnit.SECONDS);
            }
            await().until(() -> heard.texts.size() == 3);
            assertThat(heard.texts).containsOnly("x".repeat(size));
            assertThat(proxy.inFlight()).isEqualTo(1);

            socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get(10, TimeUnit.SECONDS);
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
            await().untilAsserted(() -> assertThat(heard.closes).containsExactly("1000 done"));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_closes_is_understood() throws Exception {
        Javalin server = echo();
        try (TestProxy proxy = new TestProxy(new Backend("one", "127.0.0.1", server.port()))) {
            Heard heard = new Heard();
            open(proxy, heard).sendText("leave", true).get(10, TimeUnit.SECONDS);

            await().untilAsserted(() -> assertThat(heard.closes).containsExactly("4000 as you wish"));
            await().untilAsserted(() -> assertThat(proxy.inFlight()).isZero());
        } finally {
            server.stop();
        }
    }
}
