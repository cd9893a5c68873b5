package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.pool.Duty;
import java.time.Instant;
import java.util.Objects;

/** A duty for a while. */
record Spell(Duty duty, Instant until) {

    Spell {
        Objects.requireNonNull(duty);
        Objects.requireNonNull(until);
    }
}
