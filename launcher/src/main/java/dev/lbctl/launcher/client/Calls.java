package dev.lbctl.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.http.PlainCall;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON calls to one server, with its token. Safe to use from any thread; an interrupt ends a call as unreachable. */
final class Calls {
    private final Address server;
    private final String token;

    Calls(Address server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Loads what reading such an answer needs. */
    static void prepare(Class<?> type) {
        Objects.requireNonNull(Json.lenient().readerFor(type));
    }

    <T> T get(String path, Class<T> type, Duration limit) {
        return read(send(call("GET", path, null), limit), type);
    }

    String text(String path, Duration limit) {
        Sent sent = send(call("GET", path, null).field("Accept", "text/plain"), limit);
        accepted(sent);
        return sent.body();
    }

    /** The status alone, whatever it is. */
    int status(String path, Duration limit) {
        return send(call("GET", path, null), limit).status();
    }

    /** Sends a change; a null body sends none. */
    void tell(String method, String path, @Nullable Object body, Duration limit) {
        accepted(send(call(method, path, body), limit));
    }

    /** A change to be made; a null body sends none. */
    record Change(String method, String path, @Nullable Object body) {}

    /** Sends a change and reads what came of it. */
    <T> T ask(Change change, Class<T> type, Duration limit) {
        return read(send(call(change.method(), change.path(), change.body()), limit), type);
    }

    /** Replaces whatever is there, and reads what came of it. */
    <T> T replace(String path, Object body, Class<T> type, Duration limit) {
        return read(send(call("PUT", path, body).field("If-Match", "*"), limit), type);
    }

    /** The stream from its next event on, or from the one after {@code lastId}. */
    EventStream stream(String path, @Nullable Long lastId, Duration limit) {
        PlainCall call = call("GET", path, null).field("Accept", "text/event-stream");
        if (lastId != null) {
            call.field("Last-Event-ID", lastId.toString());
        }
        try {
            PlainCall.Answer answer = call.listen(limit);
            if (answer.status() != 200) {
                throw new CallFailure.Refused(answer.status(), refusal(answer.text(), answer.status()));
            }
            return new EventStream(answer.body());
        } catch (IOException e) {
            throw new CallFailure.Unreachable(server, e);
        }
    }

    private PlainCall call(String method, String path, @Nullable Object body) {
        return new PlainCall(server, method, path)
                .field("Accept", "application/json")
                .field("Authorization", "Bearer " + token)
                .json(body == null ? null : write(body));
    }

    /** A whole answer. */
    private record Sent(int status, String body) {}

    private Sent send(PlainCall call, Duration limit) {
        try {
            PlainCall.Answer answer = call.send(limit);
            return new Sent(answer.status(), answer.text());
        } catch (IOException e) {
            throw new CallFailure.Unreachable(server, e);
        }
    }

    private <T> T read(Sent sent, Class<T> type) {
        accepted(sent);
        try {
            return Json.lenient().readValue(sent.body(), type);
        } catch (JsonProcessingException e) {
            throw new CallFailure.Refused(sent.status(), foreign(sent.status()));
        }
    }

    private static void accepted(Sent sent) {
        if (sent.status() / 100 != 2) {
            throw new CallFailure.Refused(sent.status(), refusal(sent.body(), sent.status()));
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
