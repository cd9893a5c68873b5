package dev.lbctl.backend;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lbctl.backend.Refusals.Refused;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON this server sends and takes, in snake_case; times are ISO 8601, durations say their unit in their name. */
final class Wire {
    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Wire() {}

    /** The body of a request; one that is not what the type needs is refused with an example of a right one. */
    static <T> T read(Context ctx, Class<T> type, String example) {
        try {
            T value = JSON.readValue(ctx.body(), type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException wrong) {
            throw new Refused(
                    "the body is not the JSON expected here" + place(wrong.getLocation()), "send e.g. " + example);
        }
        throw new Refused("the body is null", "send e.g. " + example);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** {@code GET /}. */
    record Greeting(String server, int port, long requestsServed, double uptimeSeconds, String timestamp) {}

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
            String body) {}

    /** {@code /api/process}; received is null for a GET. */
    record Processed(String server, long workMs, @Nullable JsonNode received) {}

    /** {@code /health}, {@code /healthz} and {@code /readyz}; the status is {@code ok} or {@code not_ready}. */
    record Health(String status, String server) {}

    /** {@code POST /admin/ready}, what it takes and what it answers. */
    record Readiness(boolean ready) {}

    /** {@code GET /stats}. */
    record Stats(
            String server,
            int port,
            long pid,
            long requestsServed,
            long failuresOnPurpose,
            double uptimeSeconds,
            boolean ready,
            long heapUsedBytes) {}

    /** {@code POST /simulate-load}, what it takes and what it answers. */
    record CpuLoad(int durationMs) {}

    /** Every answer that says no. */
    record Refusal(String error, String detail, String hint) {}
}
