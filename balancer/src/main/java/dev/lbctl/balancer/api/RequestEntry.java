package dev.lbctl.balancer.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finished request.
 *
 * @param id counts up while the balancer runs
 * @param requestId what the request is called in {@code X-Request-Id}
 * @param status what the client was answered; 0 when nothing could be sent
 * @param backend who answered, or was tried last; null when nobody was
 * @param attempts how many members were tried
 * @param cause why the answer is the balancer's own or broken; null when the backend's was relayed whole
 */
public record RequestEntry(
        long id,
        String requestId,
        Instant time,
        String client,
        String method,
        String target,
        int status,
        @Nullable String pool,
        @Nullable String backend,
        int attempts,
        double durationMs,
        @Nullable String cause) {}
