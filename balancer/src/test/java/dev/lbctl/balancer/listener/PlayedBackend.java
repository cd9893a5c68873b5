package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.pool.Backend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A backend whose every connection plays a script, byte by byte. */
final class PlayedBackend implements AutoCloseable {

    /** What happens on one connection. */
    interface Script {
        void play(Wire wire) throws IOException;
    }

    private final Script script;
    private final ServerSocket server;
    private final Backend backend;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable AssertionError> failure = new AtomicReference<>();

    PlayedBackend(String name, Script script) throws IOException {
        this(name, script, 50);
        beginToAccept();
    }

    private PlayedBackend(String name, Script script, int backlog) throws IOException {
        this(name, script, new ServerSocket(0, backlog, InetAddress.getLoopbackAddress()));
    }

    private PlayedBackend(String name, Script script, ServerSocket server) {
        this.script = script;
        this.server = server;
        this.backend = new Backend(name, server.getInetAddress().getHostAddress(), server.getLocalPort());
    }

    /** Greets at an address of this machine. */
    static PlayedBackend greetingAt(String address, int port, String name) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName(address));
        PlayedBackend greeting = new PlayedBackend(name, wire -> greet(wire, name), server);
        greeting.beginToAccept();
        return greeting;
    }

    /** Answers every request with its own name, for as long as the connection lives; bodies by Content-Length only. */
    static PlayedBackend greeting(String name) throws IOException {
        return new PlayedBackend(name, wire -> greet(wire, name));
    }

    /** Answers the first request with the first answer, and so on; the last answer serves all further requests. */
    static PlayedBackend answering(String name, Queue<Message> received, String... answers) throws IOException {
        AtomicInteger next = new AtomicInteger();
        return new PlayedBackend(name, wire -> {
            for (Message request = wire.message(); request.isThere(); request = wire.message()) {
                received.add(request);
                wire.send(answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
            }
        });
    }

    static PlayedBackend answering(Queue<Message> received, String... answers) throws IOException {
        return answering("one", received, answers);
    }

    static PlayedBackend answering(String... answers) throws IOException {
        return answering(new ConcurrentLinkedQueue<>(), answers);
    }

    /** Takes requests' heads, and answers none. */
    static PlayedBackend silent() throws IOException {
        return new PlayedBackend("one", wire -> {
            wire.readHead();
            wire.awaitClosed();
        });
    }

    /** One that listens no more as soon as a connection's script begins. */
    static PlayedBackend ending(String name, Script script) throws IOException {
        AtomicReference<@Nullable PlayedBackend> self = new AtomicReference<>();
        PlayedBackend ending = new PlayedBackend(
                name,
                wire -> {
                    Objects.requireNonNull(self.get()).server.close();
                    script.play(wire);
                },
                50);
        self.set(ending);
        ending.beginToAccept();
        return ending;
    }

    /** One that nobody gets a connection to before {@link #beginToAccept}: its queue of them is full. */
    static PlayedBackend late(String name, Script script) throws IOException {
        PlayedBackend late = new PlayedBackend(name, script, 1);
        try {
            while (true) {
                Socket waiting = new Socket();
                waiting.connect(late.server.getLocalSocketAddress(), 50);
                late.wires.add(new Wire(waiting));
            }
        } catch (SocketTimeoutException full) {
            return late;
        }
    }

    static void greet(Wire wire, String name) throws IOException {
        for (String head = wire.readHead(); !head.isEmpty(); head = wire.readHead()) {
            wire.read(contentLength(head));
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
        }
    }

    void beginToAccept() {
        Thread acceptor = new Thread(this::accept, backend.name());
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static int contentLength(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(
                        line.substring("content-length:".length()).trim());
            }
        }
        return 0;
    }

    Backend backend() {
        return backend;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Wire wire = new Wire(server.accept());
                connections.incrementAndGet();
                wires.add(wire);
                Thread player = new Thread(() -> play(wire), backend.name() + "-connection");
                player.setDaemon(true);
                player.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Wire wire) {
        try (wire) {
            script.play(wire);
        } catch (IOException ended) {
            // The proxy went away: the script is over, and what the test wanted to see it sees at its own end.
        } catch (AssertionError failed) {
            failure.compareAndSet(null, failed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Wire wire : wires) {
            wire.close();
        }
        AssertionError failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
