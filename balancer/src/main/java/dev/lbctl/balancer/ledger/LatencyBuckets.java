package dev.lbctl.balancer.ledger;

import java.time.Duration;

/**
 * Which times count as one, to two significant digits, as HdrHistogram has it: one bucket for each of the first 256 µs, and 128 for
 * each doubling from there on, up to an hour. Pure.
 */
final class LatencyBuckets {
    static final long HIGHEST_MICROS = Duration.ofHours(1).toNanos() / 1_000;
    static final int DIGITS = 2;

    private static final int DOUBLING_BITS = 7;
    private static final int DOUBLING = 1 << DOUBLING_BITS;

    static final int COUNT = of(HIGHEST_MICROS) + 1;

    private LatencyBuckets() {}

    /** What counts as so long, 1–{@link #HIGHEST_MICROS}. */
    static long micros(long nanos) {
        return Math.min(Math.max(nanos / 1_000, 1), HIGHEST_MICROS);
    }

    /** @param micros 0–{@link #HIGHEST_MICROS} */
    static int of(long micros) {
        int shift = shift(micros);
        return shift * DOUBLING + (int) (micros >>> shift);
    }

    /** The shortest time that counts as this one does, in microseconds. */
    static long shortest(int bucket) {
        int shift = Math.max(bucket / DOUBLING - 1, 0);
        return (long) (bucket - shift * DOUBLING) << shift;
    }

    /** How many digits in base two do not count. */
    private static int shift(long micros) {
        return Math.max(Long.SIZE - Long.numberOfLeadingZeros(micros) - (DOUBLING_BITS + 1), 0);
    }
}
