package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import org.jspecify.annotations.Nullable;

/** Answers which member of one snapshot gets the next attempt. Any thread; it neither blocks nor allocates. */
@FunctionalInterface
public interface Picker {

    /** An eligible member that {@code subject} admits; null when none is left. */
    @Nullable
    Member pick(Subject subject);
}
