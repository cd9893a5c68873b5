package dev.lbctl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFileTest {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final int MORE_THAN_THREADS = 150;

    private final Path home;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BackendServer server;

    FaultFileTest(@TempDir Path home) {
        this.home = home;
        server = new BackendServer(new BackendOptions("server-1", "127.0.0.1", 0, Duration.ZERO, 0, file()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void answers_fail_while_the_file_says_so_and_health_does_not() throws IOException {
        assertThat(status("/")).isEqualTo(200);

        tell(0, 1, false, FOREVER);
        await().until(() -> status("/") == 500);
        assertThat(status("/health")).isEqualTo(200);

        Files.delete(file());
        await().until(() -> status("/") == 200);
    }

    @Test
    void a_fault_whose_time_is_over_is_none() throws IOException {
        tell(0, 1, false, System.currentTimeMillis() + 300);
        await().until(() -> status("/") == 500);

        await().until(() -> status("/") == 200);
    }

    @Test
    void a_delay_is_added_to_what_there_is() throws IOException {
        tell(2_000, 0, false, FOREVER);
        await().until(() -> !answersSoon("/"));
        assertThat(answersSoon("/health")).isTrue();
    }

    @Test
    void a_server_that_hangs_answers_everything_once_it_is_let_go_however_much_that_is() throws IOException {
        tell(0, 0, true, FOREVER);
        await().until(() -> !answersSoon("/health"));
        List<CompletableFuture<HttpResponse<Void>>> held = IntStream.range(0, MORE_THAN_THREADS)
                .mapToObj(i -> send(i % 2 == 0 ? "/" : "/health"))
                .toList();

        Files.delete(file());

        assertThat(held)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void a_file_that_makes_no_sense_is_no_fault() throws IOException {
        tell(0, 1, false, FOREVER);
        await().until(() -> status("/") == 500);

        Files.writeString(file(), "{");

        await().until(() -> status("/") == 200);
    }

    private Path file() {
        return home.resolve("server-1.json");
    }

    private void tell(long delayMs, double errorRate, boolean hang, long untilMs) throws IOException {
        Files.writeString(file(), """
                {"delay_ms": %d, "error_rate": %s, "hang": %s, "until_ms": %d, "since": "then"}
                """.formatted(delayMs, errorRate, hang, untilMs));
    }

    private boolean answersSoon(String path) {
        HttpRequest impatient =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(1)).build();
        return client.sendAsync(impatient, BodyHandlers.discarding())
                .handle((answer, late) -> late == null)
                .join();
    }

    private int status(String path) {
        return send(path).join().statusCode();
    }

    private CompletableFuture<HttpResponse<Void>> send(String path) {
        return client.sendAsync(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
