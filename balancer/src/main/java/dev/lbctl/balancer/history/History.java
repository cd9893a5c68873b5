package dev.lbctl.balancer.history;

import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.RequestRing;
import dev.lbctl.balancer.pool.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The last quarter of an hour, a sample every two seconds. It reads counters that are kept anyway: requests pay nothing for
 * it. Owner: the thread that takes samples; any thread may read them.
 */
public final class History {
    /** How often a sample is to be taken. */
    public static final Duration STEP = Duration.ofSeconds(2);

    private static final int KEPT = (int) (Duration.ofMinutes(15).toSeconds() / STEP.toSeconds());
    private static final int MOST_MEASURED = 1_000;

    private final Metrics metrics;
    private final InstantSource clock;
    private final MemberTally members;
    private final Growth requests = new Growth();
    private final Growth failed = new Growth();
    private final Deque<Sample> kept = new ArrayDeque<>(KEPT);
    private Position position;

    /** A history that begins now. */
    public History(Supplier<? extends Collection<Pool>> pools, Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.members = new MemberTally(pools);
        this.position = new Position(clock.instant(), metrics.ring().end());
    }

    /** Takes a sample; a clock that was set back is waited for. */
    public void sample() {
        Instant now = clock.instant();
        Duration length = Duration.between(position.time, now);
        if (length.isNegative() || length.isZero()) {
            return;
        }
        RequestRing.Stretch ended = metrics.ring().since(position.inRing, MOST_MEASURED);
        position = new Position(now, ended.next());
        add(new Sample(
                now,
                length.toMillis() / 1e3,
                requests.to(metrics.total()),
                failed.to(metrics.failed()),
                metrics.inFlight(),
                Percentiles.of(ended.requests()),
                members.sample()));
    }

    /** What came after a moment, the oldest first. */
    public List<Sample> after(Instant moment) {
        synchronized (kept) {
            return kept.stream().filter(sample -> sample.time().isAfter(moment)).toList();
        }
    }

    private void add(Sample sample) {
        synchronized (kept) {
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            kept.addLast(sample);
        }
    }

    /** Up to where was read: of the time, and of the ring. */
    private record Position(Instant time, long inRing) {}
}
