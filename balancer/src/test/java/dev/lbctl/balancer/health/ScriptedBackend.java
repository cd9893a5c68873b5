package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend on a real socket that answers every request with the same text; an empty text is no answer at all. */
final class ScriptedBackend implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer;

    ScriptedBackend(String answer) throws IOException {
        this(answer, 0);
    }

    ScriptedBackend(String answer, int port) throws IOException {
        this.answer = answer;
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread thread = new Thread(this::serve, "scripted");
        thread.setDaemon(true);
        thread.start();
    }

    static String status(int status) {
        return "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    Backend named(String name) {
        return new Backend(name, "127.0.0.1", socket.getLocalPort());
    }

    int asked() {
        return asked.get();
    }

    void answer(String next) {
        answer = next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                in.lines().takeWhile(line -> !line.isEmpty()).forEach(line -> {});
                asked.incrementAndGet();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (answer.isEmpty() || !answer.contains("Connection: close")) {
                    connection.getInputStream().read();
                }
            } catch (IOException e) {
                // the peer or the test closed it
            }
        }
    }
}
