package dev.lbctl.backend;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lbctl.backend.Json.Answer;
import dev.lbctl.backend.Refusals.Refused;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON this server sends and takes, in snake_case; times are ISO 8601, durations say their unit in their name. */
final class Wire {
    private Wire() {}

    /** The body of a request, any JSON, on one line; what is none is refused with an example. */
    static String any(Context ctx, String example) {
        try {
            return Json.tidy(ctx.body());
        } catch (JsonProcessingException wrong) {
            throw unexpected(wrong, example);
        }
    }

    /** The one field of the object that a request's body is; another body is refused with an example of a right one. */
    static <T> T only(Context ctx, String name, Class<T> type, String example) {
        try {
            Map<String, Object> fields = Json.fields(ctx.body());
            if (fields.size() == 1 && type.isInstance(fields.get(name))) {
                return type.cast(fields.get(name));
            }
        } catch (JsonProcessingException wrong) {
            throw unexpected(wrong, example);
        }
        throw new Refused("the body is not an object with " + name + " alone", "send e.g. " + example);
    }

    private static Refused unexpected(JsonProcessingException wrong, String example) {
        return new Refused(
                "the body is not the JSON expected here" + place(wrong.getLocation()), "send e.g. " + example);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** {@code GET /}. */
    record Greeting(String server, int port, long requestsServed, double uptimeSeconds, String timestamp)
            implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("server", server);
            json.writeNumberField("port", port);
            json.writeNumberField("requests_served", requestsServed);
            json.writeNumberField("uptime_seconds", uptimeSeconds);
            json.writeStringField("timestamp", timestamp);
        }
    }

    /**
     * Any method on {@code /echo}.
     *
     * @param query as it came, undecoded; empty when there was none
     * @param headers several of one name are joined by a comma
     * @param bodyLength bytes received
     * @param body the first 64 KiB as UTF-8
     */
    record Echo(
            String server,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            long bodyLength,
            String body)
            implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("server", server);
            json.writeStringField("method", method);
            json.writeStringField("path", path);
            json.writeStringField("query", query);
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("body_length", bodyLength);
            json.writeStringField("body", body);
        }
    }

    /**
     * {@code /api/process}.
     *
     * @param received JSON; {@code null} for a GET
     */
    record Processed(String server, long workMs, String received) implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("server", server);
            json.writeNumberField("work_ms", workMs);
            json.writeFieldName("received");
            json.writeRawValue(received);
        }
    }

    /** {@code /health}, {@code /healthz} and {@code /readyz}; the status is {@code ok} or {@code not_ready}. */
    record Health(String status, String server) implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("status", status);
            json.writeStringField("server", server);
        }
    }

    /** What {@code POST /admin/ready} answers. */
    record Readiness(boolean ready) implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeBooleanField("ready", ready);
        }
    }

    /** {@code GET /stats}. */
    record Stats(
            String server,
            int port,
            long pid,
            long requestsServed,
            long failuresOnPurpose,
            double uptimeSeconds,
            boolean ready,
            long heapUsedBytes)
            implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("server", server);
            json.writeNumberField("port", port);
            json.writeNumberField("pid", pid);
            json.writeNumberField("requests_served", requestsServed);
            json.writeNumberField("failures_on_purpose", failuresOnPurpose);
            json.writeNumberField("uptime_seconds", uptimeSeconds);
            json.writeBooleanField("ready", ready);
            json.writeNumberField("heap_used_bytes", heapUsedBytes);
        }
    }

    /** What {@code POST /simulate-load} answers. */
    record CpuLoad(long durationMs) implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeNumberField("duration_ms", durationMs);
        }
    }

    /** Every answer that says no. */
    record Refusal(String error, String detail, String hint) implements Answer {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("error", error);
            json.writeStringField("detail", detail);
            json.writeStringField("hint", hint);
        }
    }
}
