package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an event loop finds at once after it was kept busy: a piece of an answer to a client that has left, so that the client's
 * connection is closed; something new that may get the file descriptor of the closed one; and that the client has left.
 */
class StaleEventTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch more = new CountDownLatch(1);
    private final CountDownLatch sent = new CountDownLatch(1);
    private PlayedBackend backend;
    private TestProxy proxy;
    private Wire leaving;
    private ServerSocket filler;

    @BeforeEach
    void holdARequest() throws IOException {
        backend = new PlayedBackend("one", this::play);
        proxy = TestProxy.single(backend.backend());
        leaving = proxy.connect().send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
        leaving.readHead();
        filler = new ServerSocket();
    }

    private void play(Wire wire) throws IOException {
        String head = wire.readHead();
        if (head.startsWith("GET /held ")) {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n0123456789");
            pass(more);
            wire.send("0");
            sent.countDown();
            wire.awaitClosed();
        } else if (head.startsWith("GET /last ")) {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        } else {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
            PlayedBackend.greet(wire, "one");
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Occupies the event loop until there is a piece of the answer, {@code something} new, and the first client has left. */
    private Wire whileBusy(Callable<Wire> something) throws Exception {
        proxy.afterOutcome = () -> {
            proxy.afterOutcome = () -> {};
            busy.countDown();
            pass(done);
        };
        try (Wire occupying = proxy.connect().send("GET /last HTTP/1.1\r\nHost: a\r\n\r\n")) {
            busy.await();
            more.countDown();
            sent.await();
            Wire client = something.call();
            leaving.reset();
            filler.bind(null); // Takes the descriptor of the test's own end, which is a lower one.
            done.countDown();
            occupying.readHead();
            return client;
        }
    }

    @AfterEach
    void close() throws IOException {
        done.countDown();
        more.countDown();
        leaving.close();
        filler.close();
        proxy.close();
        backend.close();
    }

    @Test
    void what_comes_of_a_closed_client_does_not_reach_a_backend_connection_opened_just_then() throws Exception {
        try (Wire idle = proxy.connect();
                Wire client = whileBusy(() -> idle.send(GET))) {
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void what_comes_of_a_closed_client_does_not_reach_a_client_accepted_just_then() throws Exception {
        try (Wire client = whileBusy(() -> proxy.connect().send(GET + GET))) {
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            client.read(3);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
    }
}
