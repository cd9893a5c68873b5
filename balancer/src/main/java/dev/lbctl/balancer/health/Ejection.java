package dev.lbctl.balancer.health;

import dev.lbctl.config.EjectionConfig;
import java.time.Duration;

/**
 * Whether a member sits out, and how often it had to of late. Each time it is out for longer; for each time that it was in for
 * as long as it had been out, one is forgotten. Pure: moments are handed in, in nanoseconds of any clock that goes forward.
 *
 * @param count how often; what is forgotten is not in it
 * @param sinceNanos when it went out, or came in
 */
record Ejection(int count, boolean out, long sinceNanos) {
    static final Ejection NONE = new Ejection(0, false, 0);

    Ejection begin(long now) {
        return new Ejection(count + 1, true, now);
    }

    Ejection end(long now) {
        return out ? new Ejection(count, false, now) : this;
    }

    /** As it is by the course of time. */
    Ejection at(long now, EjectionConfig rule) {
        if (count == 0 || now - sinceNanos < time(rule).toNanos()) {
            return this;
        }
        return out ? end(now) : new Ejection(count - 1, false, now);
    }

    /** How long the last one is. */
    Duration time(EjectionConfig rule) {
        Duration wanted = rule.time().multipliedBy(count);
        return wanted.compareTo(rule.maxTime()) < 0 ? wanted : rule.maxTime();
    }
}
