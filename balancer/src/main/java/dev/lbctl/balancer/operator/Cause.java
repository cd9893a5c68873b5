package dev.lbctl.balancer.operator;

import dev.lbctl.config.yaml.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Why something is as it is, in words for a person. */
final class Cause {
    static final String SAID = "set by the operator";
    static final String OVER = "the time that the operator set is over";
    static final String CONFIGURED = "its configuration has changed";
    static final String LEAVING = "it is about to be stopped";

    private Cause() {}

    static String said(@Nullable Duration lasts, @Nullable Spell spell) {
        return lasts == null || spell == null
                ? SAID
                : SAID + " for " + Durations.format(lasts) + ", until " + time(spell.until());
    }

    static String kept(@Nullable Spell spell) {
        return SAID + (spell == null ? "" : " until " + time(spell.until())) + ", and kept over a restart";
    }

    private static Instant time(Instant until) {
        return until.truncatedTo(ChronoUnit.SECONDS);
    }
}
