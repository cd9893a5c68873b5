package dev.lbctl.launcher.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/** The two APIs, read as anybody may. */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Api() {}

    static JsonNode get(int port, String path) throws IOException {
        try {
            return Json.lenient()
                    .readTree(CLIENT.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Whether a balancer's admin API is there, which comes up behind the traffic. */
    static boolean answers(int adminPort) {
        try {
            return get(adminPort, "/status").isObject();
        } catch (IOException down) {
            return false;
        }
    }

    /** The events that a listener gets who comes with the last id it knows. */
    static Stream<String> events(int port, String lastEventId) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                .header("Last-Event-ID", lastEventId)
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofLines()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
