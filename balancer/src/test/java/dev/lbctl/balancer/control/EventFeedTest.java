package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private final ControlClient client = new ControlClient();

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void a_listener_gets_what_happened_and_what_happens() throws Exception {
        client.up("server-1");
        try (Listener listener = new Listener("")) {
            assertThat(listener.next("event").get("message").asText())
                    .isEqualTo("server-1 is up: HTTP 200; 1 of 2 in rotation");
            client.down("server-1");
            JsonNode down = listener.next("event");
            assertThat(down.get("type").asText()).isEqualTo("down");
            assertThat(down.get("subject").asText()).isEqualTo("server-1");
            assertThat(down.get("message").asText())
                    .isEqualTo("server-1 is down: connection refused on 127.0.0.1:1; 0 of 2 left");
        }
    }

    @Test
    void a_listener_gets_the_status_at_once_and_requests_as_they_end() throws Exception {
        client.served("server-1", 200);
        try (Listener listener = new Listener("")) {
            assertThat(listener.next("status")
                            .get("statistics")
                            .get("total_requests")
                            .asInt())
                    .isEqualTo(1);
            client.served("server-2", 201);
            client.served("server-2", 202);
            JsonNode requests = listener.next("requests").get("requests");
            assertThat(requests.get(0).get("status").asInt()).isEqualTo(201);
        }
    }

    @Test
    void a_listener_that_comes_back_gets_only_what_it_missed() throws Exception {
        client.events().publish("note", null, "first");
        long id;
        try (Listener listener = new Listener("")) {
            id = listener.next("event").get("id").asLong();
        }
        client.events().publish("note", null, "second");
        try (Listener listener = new Listener("Last-Event-ID: " + id + "\r\n")) {
            JsonNode event = listener.next("event");
            assertThat(event.get("message").asText()).isEqualTo("second");
            assertThat(event.get("id").asLong()).isEqualTo(id + 1);
        }
    }

    @Test
    void a_listener_that_comes_back_after_a_restart_is_told_of_the_gap() throws Exception {
        long fromBefore = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        client.up("server-1");
        try (Listener listener = new Listener("Last-Event-ID: " + fromBefore + "\r\n")) {
            JsonNode gap = listener.next("event");
            assertThat(gap.get("type").asText()).isEqualTo("gap");
            assertThat(gap.get("message").asText())
                    .startsWith("events are missing: the balancer was started anew at 20");
            JsonNode up = listener.next("event");
            assertThat(up.get("type").asText()).isEqualTo("up");
            assertThat(up.get("id").asLong()).isEqualTo(gap.get("id").asLong() + 1);
        }
    }

    private final class Listener implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Listener(String headers) throws IOException {
            socket.setSoTimeout(10_000);
            String request = "GET /events HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }

        JsonNode next(String name) throws IOException {
            String line = in.readLine();
            while (!line.equals("event: " + name)) {
                line = in.readLine();
            }
            while (!line.startsWith("data: ")) {
                line = in.readLine();
            }
            return Json.lenient().readTree(line.substring("data: ".length()));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
