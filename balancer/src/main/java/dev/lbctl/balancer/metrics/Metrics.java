package dev.lbctl.balancer.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the balancer has served and is serving as a whole. Any thread; every counter stands alone. */
public final class Metrics {
    private final AtomicLong nextId = new AtomicLong(1);
    private final LongAdder inFlight = new LongAdder();
    private final LongAdder total = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Instant started;

    public Metrics(InstantSource clock) {
        this.started = clock.instant();
    }

    /** An exchange begins. Answers its id. */
    public long begin() {
        inFlight.increment();
        return nextId.getAndIncrement();
    }

    /** An exchange ended. Called once for each {@link #begin}. */
    public void end(RequestRecord request) {
        inFlight.decrement();
        total.increment();
        if (request.failed()) {
            failed.increment();
        }
        retries.add(Math.max(0, request.attempts() - 1));
    }

    public Instant started() {
        return started;
    }

    public long inFlight() {
        return inFlight.sum();
    }

    public long total() {
        return total.sum();
    }

    public long failed() {
        return failed.sum();
    }

    public long retries() {
        return retries.sum();
    }
}
