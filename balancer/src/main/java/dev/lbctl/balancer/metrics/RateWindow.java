package dev.lbctl.balancer.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;

/** How often something happens a second, over the last ten. Any thread; a slot holds a second and its count in one word. */
final class RateWindow {
    private static final int SECONDS = 10;
    private static final int SLOTS = 16;
    private static final int COUNT_BITS = 32;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
    private volatile Instant since;

    RateWindow(Instant since) {
        this.since = since;
    }

    /** @param second since the epoch */
    void count(long second) {
        slots.accumulateAndGet((int) (second % SLOTS), second, RateWindow::next);
    }

    double perSecond(Instant now) {
        long second = now.getEpochSecond();
        long counted = 0;
        for (int i = 0; i < SLOTS; i++) {
            long slot = slots.get(i);
            long age = second - (slot >>> COUNT_BITS);
            counted += age >= 0 && age < SECONDS ? slot & COUNT_MASK : 0;
        }
        double window = SECONDS - 1 + now.getNano() / 1e9;
        double age = Duration.between(since, now).toNanos() / 1e9;
        return counted / Math.max(1, Math.min(window, age));
    }

    void reset(Instant now) {
        since = now;
        for (int i = 0; i < SLOTS; i++) {
            slots.set(i, 0);
        }
    }

    private static long next(long slot, long second) {
        long of = slot >>> COUNT_BITS;
        return of == second ? slot + 1 : Math.max(slot, second << COUNT_BITS | 1);
    }
}
