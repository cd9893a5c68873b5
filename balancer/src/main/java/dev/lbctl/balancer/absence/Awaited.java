package dev.lbctl.balancer.absence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is expected back, at one moment. Immutable.
 *
 * @param until when each of them is expected no more, as {@link System#nanoTime} has it
 * @param supervised those that somebody starts again should they end unasked, there or gone
 * @param arrivals how many have come so far, for the first time or back
 */
public record Awaited(Map<String, Long> until, Set<String> supervised, long arrivals) {
    public static final Awaited NOBODY = new Awaited(Map.of(), Set.of(), 0);

    /** How long whoever supervises a backend that was lost has to say whether it comes back. */
    public static final Duration DOUBT = Duration.ofSeconds(2);

    public Awaited {
        until = Map.copyOf(until);
        supervised = Set.copyOf(supervised);
    }

    /** Whether anybody is expected back. */
    public boolean anybody(long nowNanos) {
        return until.values().stream().anyMatch(limit -> limit - nowNanos > 0);
    }

    /** Whether that was said of this one, even if it should have been back before. */
    public boolean isKnown(String backend) {
        return until.containsKey(backend);
    }

    /** Whether it would be started again, had it ended. */
    public boolean mayReturn(String backend) {
        return supervised.contains(backend);
    }

    /** Who is expected back, in the order of their names. */
    public List<String> names() {
        return until.keySet().stream().sorted().toList();
    }
}
