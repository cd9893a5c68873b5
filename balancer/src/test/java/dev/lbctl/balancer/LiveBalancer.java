package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** A balancer of this process, asked over its ports. */
final class LiveBalancer implements AutoCloseable {
    static final String HEAD = """
            listener: { address: "127.0.0.1:0", admin_paths: false }
            admin: { address: "127.0.0.1:0" }
            management: { address: "127.0.0.1:0" }
            """;
    private static final String TOKEN = "secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Balancer balancer;

    /** Starts with a configuration without its addresses. */
    LiveBalancer(String yaml) throws IOException {
        ConfigResult read = ConfigFile.parse("lbctl.yaml", HEAD + yaml);
        assertThat(read).isInstanceOf(ConfigResult.Valid.class);
        balancer =
                new Balancer(((ConfigResult.Valid) read).config(), TOKEN, new OverridesFile(null), Clock.systemUTC());
        balancer.start();
    }

    int port() {
        return balancer.port();
    }

    void reload(Path file) {
        balancer.reload(file, "SIGHUP");
    }

    HttpResponse<String> traffic(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> sent(String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + "/");
        return http.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** A request over a connection of its own. */
    HttpResponse<String> fresh(String... headers) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + "/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).headers(headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return admin("GET", path, "", headers);
    }

    /** Replaces any configuration by one without its addresses; expects that it works. */
    String put(String yaml) throws IOException, InterruptedException {
        HttpResponse<String> answer = admin("PUT", "/config", HEAD + yaml, "If-Match", "*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    ErrorBody refused(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.strict().readValue(answer.body(), ErrorBody.class);
    }

    /** A change of any configuration by bytes. */
    HttpResponse<String> binary(String method, String path, byte[] body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("If-Match", "*")
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The first event of that type, as soon as there is one. */
    String awaitEvent(String type) throws IOException, InterruptedException {
        String start = "data: {";
        String wanted = "\"type\":\"" + type + "\"";
        HttpResponse<Stream<String>> feed =
                http.send(request("/events").timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = feed.body()) {
            return lines.filter(line -> line.startsWith(start) && line.contains(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.adminPort() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> admin(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    BackendStatus backend(String name) throws IOException, InterruptedException {
        return Json.strict().readValue(get("/backends").body(), BackendList.class).backends().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        balancer.stop();
    }
}
