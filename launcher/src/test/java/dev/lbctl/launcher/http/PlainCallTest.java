package dev.lbctl.launcher.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.config.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlainCallTest {
    private static final Duration SOON = Duration.ofMillis(300);

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    PlainCallTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_status_is_asked_for_by_http_1_1() throws IOException {
        CompletableFuture<List<String>> asked = answer("HTTP/1.1 204 No Content\r\n\r\n", true);

        assertThat(status()).isEqualTo(204);
        assertThat(asked.join())
                .containsExactly(
                        "GET /fit?so=so HTTP/1.1", "Host: 127.0.0.1:" + server.getLocalPort(), "Connection: close");
    }

    @Test
    void a_status_is_told_although_the_server_keeps_the_connection() throws IOException {
        CompletableFuture<List<String>> asked = answer("HTTP/1.1 503 Later\r\nContent-Length: 2\r\n\r\nno", false);

        assertThat(status()).isEqualTo(503);
        assertThat(asked).isCompleted();
    }

    @Test
    void a_server_that_speaks_something_else_has_no_status() {
        CompletableFuture<List<String>> asked = answer("220 mail.example ESMTP\r\n", true);

        assertThatThrownBy(this::status).isInstanceOf(ProtocolException.class);
        assertThat(asked).isNotNull();
    }

    private int status() throws IOException {
        return new PlainCall(new Address("127.0.0.1", server.getLocalPort()), "GET", "/fit?so=so").status(SOON);
    }

    /** Takes one connection, and tells what came by it. */
    private CompletableFuture<List<String>> answer(String answer, boolean close) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Socket client = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
                List<String> lines = new ArrayList<>();
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    lines.add(line);
                }
                client.getOutputStream().write(answer.getBytes(ISO_8859_1));
                if (close) {
                    client.close();
                }
                return lines;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
