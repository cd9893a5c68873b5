package dev.lbctl.launcher.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side's last answer.
 *
 * @param value null until it answered once
 * @param at when it answered; the epoch until then
 * @param problem why it did not answer since, null while it does
 */
public record Reading<T>(
        @Nullable T value, Instant at, @Nullable String problem) {

    static <T> Reading<T> none() {
        return new Reading<>(null, Instant.EPOCH, null);
    }

    static <T> Reading<T> answered(T value, Instant at) {
        return new Reading<>(value, at, null);
    }

    Reading<T> silent(String why) {
        return new Reading<>(value, at, why);
    }

    /** Why what this side told is not true now, in a sentence; empty while it is. */
    Optional<String> trouble(String side, Instant now) {
        if (problem == null) {
            return Optional.empty();
        }
        String since = value == null
                ? ", nothing known yet"
                : " for " + Duration.between(at, now).toSeconds() + " s, shown is what it said last";
        return Optional.of(side + " silent" + since + ": " + problem);
    }
}
