package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Answers larger than what a client's connection takes at once. */
class BackpressureTest {
    private static final int LARGE = 100_000;

    @Test
    void a_connection_that_was_paused_within_the_last_piece_of_an_answer_serves_further_requests() throws IOException {
        try (PlayedBackend backend = new PlayedBackend("one", BackpressureTest::answerLarge);
                TestProxy proxy = new TestProxy(backend.backend());
                Wire client = proxy.connect()) {
            for (int i = 0; i < 50; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readHead();
                client.read(LARGE);
            }

            assertThat(backend.connections()).isEqualTo(1);
        }
    }

    private static void answerLarge(Wire wire) throws IOException {
        while (!wire.readHead().isEmpty()) {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n" + "x".repeat(LARGE));
        }
    }
}
