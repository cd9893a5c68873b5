package dev.lbctl.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.http.PlainHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** JSON calls to one server, with its token. Safe to use from any thread; an interrupt ends a call as unreachable. */
final class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final HttpClient http = PlainHttp.client(CONNECT);
    private final Address server;
    private final String token;

    Calls(Address server, String token) {
        this.server = server;
        this.token = token;
    }

    @SuppressWarnings("ReturnValueIgnored") // to have made them once is all
    static void prepare() {
        Json.lenient().constructType(ErrorBody.class);
        PlainHttp.client(CONNECT);
    }

    <T> T get(String path, Class<T> type, Duration limit) {
        return read(send(request("GET", path, null, limit), BodyHandlers.ofString()), type);
    }

    String text(String path, Duration limit) {
        HttpRequest request =
                builder(path, limit).header("Accept", "text/plain").build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        accepted(response);
        return response.body();
    }

    /** The status alone, whatever it is. */
    int status(String path, Duration limit) {
        return send(request("GET", path, null, limit), BodyHandlers.discarding())
                .statusCode();
    }

    /** Sends a change; a null body sends none. */
    void tell(String method, String path, @Nullable Object body, Duration limit) {
        accepted(send(request(method, path, body, limit), BodyHandlers.ofString()));
    }

    /** A change to be made; a null body sends none. */
    record Change(String method, String path, @Nullable Object body) {}

    /** Sends a change and reads what came of it. */
    <T> T ask(Change change, Class<T> type, Duration limit) {
        HttpRequest request = request(change.method(), change.path(), change.body(), limit);
        return read(send(request, BodyHandlers.ofString()), type);
    }

    /** Replaces whatever is there, and reads what came of it. */
    <T> T replace(String path, Object body, Class<T> type, Duration limit) {
        HttpRequest.Builder request = builder(path, limit).header("If-Match", "*");
        HttpRequest put = request.header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(write(body)))
                .build();
        return read(send(put, BodyHandlers.ofString()), type);
    }

    /** The stream from its next event on, or from the one after {@code lastId}. */
    EventStream stream(String path, @Nullable Long lastId, Duration limit) {
        HttpRequest.Builder request = builder(path, limit).header("Accept", "text/event-stream");
        HttpRequest asked = (lastId == null ? request : request.header("Last-Event-ID", lastId.toString())).build();
        HttpResponse<InputStream> response = send(asked, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream body = response.body()) {
                throw new CallFailure.Refused(
                        response.statusCode(), refusal(new String(body.readAllBytes(), UTF_8), response.statusCode()));
            } catch (IOException e) {
                throw new CallFailure.Unreachable(server, e);
            }
        }
        return new EventStream(response.body());
    }

    private HttpRequest request(String method, String path, @Nullable Object body, Duration limit) {
        HttpRequest.Builder request = builder(path, limit)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body)));
        return (body == null ? request : request.header("Content-Type", "application/json")).build();
    }

    private HttpRequest.Builder builder(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(limit)
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new CallFailure.Unreachable(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure.Unreachable(server, new InterruptedIOException("interrupted"));
        }
    }

    private <T> T read(HttpResponse<String> response, Class<T> type) {
        accepted(response);
        try {
            return Json.lenient().readValue(response.body(), type);
        } catch (JsonProcessingException e) {
            throw new CallFailure.Refused(response.statusCode(), foreign(response.statusCode()));
        }
    }

    private static void accepted(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new CallFailure.Refused(response.statusCode(), refusal(response.body(), response.statusCode()));
        }
    }

    private static ErrorBody refusal(String body, int status) {
        try {
            return Json.lenient().readValue(body, ErrorBody.class);
        } catch (JsonProcessingException e) {
            return foreign(status);
        }
    }

    private static ErrorBody foreign(int status) {
        String detail = "an answer of a form not known, with status " + status;
        return new ErrorBody("unexpected_answer", detail, "check who listens there");
    }

    private static String write(Object body) {
        try {
            return Json.lenient().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
