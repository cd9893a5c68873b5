package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Who served a request.
 *
 * @param pool null when no route matched
 * @param backend who answered, or was tried last; null when nobody was
 * @param attempts how many were made
 * @param decision why it went there; null when no member was asked for
 */
public record Served(
        @Nullable String pool,
        @Nullable String backend,
        int attempts,
        @Nullable Decision decision) {
    /** No route matched. */
    public static final Served NOBODY = new Served(null, null, 0, null);
}
