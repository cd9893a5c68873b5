package dev.lbctl.launcher.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Clients that ask again and again, each as soon as it has its answer, and note who answered and what went wrong. */
final class Load implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger total = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private final int port;
    private volatile boolean over;

    private Load(int port) {
        this.port = port;
    }

    /** Clients that go on until the load is closed, each a moment after its answer: the cluster has to have the machine too. */
    static Load steady(int port, int clients) {
        Load load = new Load(port);
        load.begin(clients, Integer.MAX_VALUE, MOMENT);
        return load;
    }

    /** So many requests in all, spread over the clients; returns when all are answered. */
    static Load of(int port, int clients, int each) throws InterruptedException {
        Load load = new Load(port);
        load.begin(clients, each, Duration.ZERO);
        for (Thread client : load.clients) {
            client.join();
        }
        return load;
    }

    /** Asks once; answers who served it. */
    static String ask(int port) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode body = Json.lenient().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + body);
            }
            return body.get("server").asText();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static boolean answers(int port) {
        try {
            return !ask(port).isEmpty();
        } catch (IOException down) {
            return false;
        }
    }

    int total() {
        return total.get();
    }

    int answersOf(String server) {
        return answers.getOrDefault(server, new AtomicInteger()).get();
    }

    private void begin(int count, int each, Duration pause) {
        for (int i = 0; i < count; i++) {
            Thread client = new Thread(() -> work(each, pause), "client-" + i);
            client.start();
            clients.add(client);
        }
    }

    private void work(int requests, Duration pause) {
        for (int i = 0; i < requests && !over; i++) {
            try {
                answers.computeIfAbsent(ask(port), server -> new AtomicInteger())
                        .incrementAndGet();
            } catch (IOException e) {
                failures.add(e.toString());
            }
            total.incrementAndGet();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** The clients ask no more; what they asked is answered. */
    void end() {
        over = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while clients end", e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
