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

    @Test
    void answers_in_chunks_that_overfill_the_client_time_and_again_arrive_whole() throws IOException {
        String chunks = ("3e8\r\n" + "x".repeat(1000) + "\r\n").repeat(150) + "0\r\n\r\n";
        try (PlayedBackend backend = new PlayedBackend("one", wire -> {
                    while (!wire.readHead().isEmpty()) {
                        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
                    }
                });
                TestProxy proxy = new TestProxy(backend.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(99)
                    + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd().split("\r\n0\r\n\r\n")).hasSize(100);
        }
    }

    @Test
    void a_client_that_closed_its_sending_side_gets_a_large_answer_whole() throws IOException {
        int size = 30_000_000;
        try (PlayedBackend backend = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n" + "x".repeat(size));
                });
                TestProxy proxy = new TestProxy(backend.backend());
                Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").closeOutput();
            client.readHead();

            assertThat(client.readToEnd().length()).isEqualTo(size);
        }
    }
}
