package dev.lbctl.balancer.retry;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what happened in this second and the nine before it. Any thread, without locks. */
final class SlidingCount {
    private static final int SECONDS = 10;
    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final long NANOS = 1_000_000_000;
    private static final long EARLIEST = Math.floorDiv(Long.MIN_VALUE, NANOS);

    /** Each second has the slot of its last digit; a slot holds the second it counts for above, the count below. */
    private final AtomicLongArray slots = new AtomicLongArray(SECONDS);

    void add(long nowNanos) {
        long second = second(nowNanos);
        int slot = (int) (second % SECONDS);
        long held = slots.get(slot);
        if (held >>> COUNT_BITS == second) {
            slots.incrementAndGet(slot);
        } else if (!slots.compareAndSet(slot, held, second << COUNT_BITS | 1)) {
            slots.incrementAndGet(slot); // Another thread has just turned it to this second.
        }
    }

    long sum(long nowNanos) {
        long second = second(nowNanos);
        long sum = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            long held = slots.get(slot);
            if (second - (held >>> COUNT_BITS) < SECONDS) {
                sum += held & COUNT_MASK;
            }
        }
        return sum;
    }

    /** The second that a moment lies in, ≥ 0: the clock's origin is arbitrary, and its nanoseconds may be negative. */
    private static long second(long nanos) {
        return Math.floorDiv(nanos, NANOS) - EARLIEST;
    }
}
