package dev.lbctl.balancer.scorecard;

import dev.lbctl.balancer.api.Scorecard;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One absence of a backend, as far as it has come. Immutable and pure.
 *
 * @param since when the first was heard of it
 * @param ended when its process ended, as whoever runs it says
 * @param out when it was sent nothing more; null as long as it is sent requests
 * @param back when it was in rotation again
 */
record Outage(
        Cause cause,
        Instant since,
        @Nullable Instant ended,
        @Nullable Instant out,
        @Nullable Instant back,
        Toll toll,
        boolean told) {
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** What it cost: requests served all the same, and those that were not. */
    record Toll(int retried, int failed) {
        static final Toll NOTHING = new Toll(0, 0);

        Toll and(boolean lost) {
            return lost ? new Toll(retried, failed + 1) : new Toll(retried + 1, failed);
        }
    }

    static Outage of(Cause cause, Instant since) {
        return new Outage(cause, since, null, null, null, Toll.NOTHING, false);
    }

    /** The first that is said of why and when holds. */
    Outage ended(Cause why, @Nullable Instant at) {
        Cause known = cause.isGiven() ? cause : why;
        return new Outage(known, since, ended == null ? at : ended, out, back, toll, told);
    }

    Outage out(Instant at) {
        return out == null ? new Outage(cause, since, ended, at, back, toll, told) : this;
    }

    Outage back(Instant at) {
        return out == null ? this : new Outage(cause, since, ended, out, at, toll, told);
    }

    Outage charged(boolean lost) {
        return new Outage(cause, since, ended, out, back, toll.and(lost), told);
    }

    Outage asTold() {
        return new Outage(cause, since, ended, out, back, toll, true);
    }

    /** Whether its card is to be told: as soon as it is back; before, once all is known that will be, or it takes long. */
    boolean isDue(Instant now) {
        if (back != null) {
            return true;
        }
        if (told || isNothing()) {
            return false;
        }
        Instant known = later(since, later(ended, out));
        return isAfter(now, since, LONGEST) || (cause.isFinal() && out != null && isAfter(now, known, SETTLED));
    }

    /** Whether nothing more will come of it. */
    boolean isOver(Instant now) {
        return back != null || (out == null && isAfter(now, since, LONGEST));
    }

    /** Whether some requests failed, or somebody said something, and the backend is none the worse. */
    private boolean isNothing() {
        return out == null && (ended == null || toll.equals(Toll.NOTHING));
    }

    Scorecard card() {
        Instant gone = ended == null ? out : ended;
        return new Scorecard(
                cause.key(),
                ended == null || out == null || cause == Cause.RESTARTED || cause == Cause.STOPPED
                        ? null
                        : millis(ended, out),
                toll.retried(),
                toll.failed(),
                gone == null || back == null ? null : millis(gone, back));
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static boolean isAfter(Instant now, Instant moment, Duration by) {
        return !now.isBefore(moment.plus(by));
    }

    private static Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? (other == null ? Instant.MIN : other) : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
