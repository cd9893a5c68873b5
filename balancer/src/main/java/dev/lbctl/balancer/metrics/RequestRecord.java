package dev.lbctl.balancer.metrics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finished exchange.
 *
 * @param id unique while the balancer runs
 * @param time when the request's head had been read
 * @param client the peer's address, without port
 * @param status what the client was answered; 0 when nothing could be sent
 * @param pool null when no route matched
 * @param backend who answered, or was tried last; null when nobody was
 * @param attempts how many members were tried
 * @param duration from the head read to the last byte handed over
 * @param cause why the answer is our own or broken; null when the backend's was relayed whole
 */
public record RequestRecord(
        long id,
        Instant time,
        String client,
        String method,
        String target,
        int status,
        @Nullable String pool,
        @Nullable String backend,
        int attempts,
        Duration duration,
        @Nullable String cause) {

    /** Whether the client got less than a backend's whole answer, or one with a 5xx status. */
    public boolean failed() {
        return cause != null || status >= 500;
    }
}
