package dev.lbctl.balancer.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What one backend has served and is serving. It outlives snapshots. Any thread; every counter stands alone. */
public final class Load {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** An attempt was sent its way. */
    public void begin() {
        inFlight.incrementAndGet();
    }

    /** An attempt ended, well or not. Called once for each {@link #begin}. */
    public void end(boolean failed) {
        inFlight.decrementAndGet();
        requests.increment();
        if (failed) {
            failures.increment();
        }
    }

    /** Attempts under way. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Attempts that ended since the start or the last reset. */
    public long requests() {
        return requests.sum();
    }

    /** Those of {@link #requests} that failed. */
    public long failures() {
        return failures.sum();
    }

    /** Forgets what has ended; what is under way stays counted. */
    public void reset() {
        requests.reset();
        failures.reset();
    }
}
