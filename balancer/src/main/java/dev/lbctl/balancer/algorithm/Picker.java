package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import org.jspecify.annotations.Nullable;

/** Answers which member of one snapshot gets the next attempt. Any thread; it neither blocks nor allocates. */
@FunctionalInterface
public interface Picker {

    /** An eligible member that {@code subject} admits; null when none is left. */
    @Nullable
    Member pick(Subject subject);

    /** Whom {@link #pick} would answer at this moment, or, if it draws lots, might. Takes no turn; not for the hot path. */
    default @Nullable Member peek(Subject subject) {
        return pick(subject);
    }
}
