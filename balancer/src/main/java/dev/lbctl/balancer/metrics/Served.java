package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.decision.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who served a request.
 *
 * @param pool null when no route matched
 * @param backend who answered, or was tried last; null when nobody was
 * @param attempts how many were made
 * @param decision why it went there; null when no member was asked for
 * @param awaited whom it waited for to come back; nobody when it did not wait, or only for room
 */
public record Served(
        @Nullable String pool,
        @Nullable String backend,
        int attempts,
        @Nullable Decision decision,
        List<String> awaited) {
    /** No route matched. */
    public static final Served NOBODY = new Served(null, null, 0, null);

    /** One that waited for nobody to come back. */
    public Served(@Nullable String pool, @Nullable String backend, int attempts, @Nullable Decision decision) {
        this(pool, backend, attempts, decision, List.of());
    }
}
