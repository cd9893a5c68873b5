package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Weight;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants of a member from now on; what is null stays as it is.
 *
 * @param weight 1–{@link Weight#MAX}
 * @param lasts after this time the duty is again what it was before; null when it shall stay
 */
public record Change(
        @Nullable Duty duty,
        @Nullable Integer weight,
        @Nullable Duration lasts) {}
