package dev.lbctl.balancer.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when the configuration in effect is, and whether the last one that was to replace it was refused.
 *
 * @param changedBy how it came to be, e.g. {@code start} or {@code PUT /config}
 * @param lastFailure null when the last one was taken, or there was none
 */
public record ConfigStatus(
        Instant changedAt, String changedBy, @Nullable Failure lastFailure) {

    /** One that was refused. */
    public record Failure(Instant time, String by, String why) {}
}
