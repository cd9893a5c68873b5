package dev.lbctl.balancer;

import dev.lbctl.balancer.pool.Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A backend on a real socket that answers every request with the same text, of HTTP or not; an empty text is no answer at all.
 * It keeps a connection unless the text has {@code Connection: close}.
 */
public final class ScriptedBackend implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String answer;
    private volatile int answersAConnection = Integer.MAX_VALUE;
    private volatile List<String> request = List.of();

    public ScriptedBackend(String answer) throws IOException {
        this(answer, 0);
    }

    public ScriptedBackend(String answer, int port) throws IOException {
        this.answer = answer;
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start(this::accept);
    }

    /** An answer without a body on a connection that is closed. */
    public static String status(int status) {
        return "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    /** A good answer on a connection that is kept. */
    public static String body(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public Backend named(String name) {
        return new Backend(name, "127.0.0.1", socket.getLocalPort());
    }

    /** How many requests came. */
    public int asked() {
        return asked.get();
    }

    /** How many connections came. */
    public int connections() {
        return connections.get();
    }

    /** The lines of the last request's head. */
    public List<String> request() {
        return request;
    }

    public void answer(String next) {
        answer = next;
    }

    /** From now on a connection is closed when it brings one more request than that. */
    public void answerOnAConnection(int most) {
        answersAConnection = most;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                start(() -> serve(connection));
            } catch (IOException e) {
                // the test closed it
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int answered = 0; ; answered++) {
                List<String> head =
                        in.lines().takeWhile(line -> !line.isEmpty()).toList();
                if (head.isEmpty() || answered == answersAConnection) {
                    return;
                }
                request = head;
                asked.incrementAndGet();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (answer.contains("Connection: close")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the peer closed it
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted");
        thread.setDaemon(true);
        thread.start();
    }
}
