package dev.lbctl.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lbctl.balancer.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server's event stream (HTML Standard, section 9.2), read by one thread; any thread may close it, which ends a wait in {@link
 * #next}.
 */
public final class EventStream implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    /** One message; its data is JSON. */
    public record Message(@Nullable String id, String name, String data) {

        /** The data as a record of the wire; empty when it is of another form. */
        public <T> Optional<T> as(Class<T> type) {
            try {
                return Optional.of(Json.lenient().readValue(data, type));
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }
    }

    EventStream(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** Waits for the next message; empty when the stream has ended, whoever ended it. */
    public Optional<Message> next() {
        String id = null;
        String name = "message";
        StringBuilder data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && data.length() > 0) {
                    return Optional.of(new Message(id, name, data.substring(1)));
                }
                switch (field(line)) {
                    case "" -> name = "message"; // a comment, or a message without data
                    case "id" -> id = value(line);
                    case "event" -> name = value(line);
                    case "data" -> data.append('\n').append(value(line));
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (IOException closedOrBroken) {
            return Optional.empty();
        }
    }

    /** Hands over every message of that name and form as it comes; returns when the stream has ended. */
    public <T> void each(String name, Class<T> type, Consumer<? super T> taker) {
        for (Optional<Message> message = next(); message.isPresent(); message = next()) {
            message.filter(one -> one.name().equals(name))
                    .flatMap(one -> one.as(type))
                    .ifPresent(taker);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // what was left of it is of no interest
        }
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        String value = line.substring(Math.min(line.length(), field(line).length() + 1));
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
