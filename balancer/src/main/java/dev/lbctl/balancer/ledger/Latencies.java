package dev.lbctl.balancer.ledger;

import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * How long requests took, at one moment: to two significant digits, from 1 µs to 1 h. Times are in milliseconds, and 0 when there
 * were none.
 */
public final class Latencies {
    private static final double MICROS_PER_MS = 1_000;

    private final Histogram histogram = new Histogram(1, LatencyBuckets.HIGHEST_MICROS, LatencyBuckets.DIGITS);
    private final long sumMicros;

    /**
     * @param counts how many there were in each bucket
     * @param sumMicros of all together
     */
    Latencies(IntToLongFunction counts, long sumMicros) {
        this.sumMicros = sumMicros;
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            long count = counts.applyAsLong(bucket);
            if (count > 0) {
                histogram.recordValueWithCount(LatencyBuckets.shortest(bucket), count);
            }
        }
    }

    public long count() {
        return histogram.getTotalCount();
    }

    public double sumMs() {
        return sumMicros / MICROS_PER_MS;
    }

    public double meanMs() {
        return count() == 0 ? 0 : sumMs() / count();
    }

    /** The time that {@code percent} (0–100) of them did not exceed. */
    public double percentileMs(double percent) {
        return count() == 0 ? 0 : histogram.getValueAtPercentile(percent) / MICROS_PER_MS;
    }

    /** How many took at most {@code ms}, which may be infinite. */
    public long countUpToMs(double ms) {
        return histogram.getCountBetweenValues(
                0, (long) Math.min(ms * MICROS_PER_MS, (double) LatencyBuckets.HIGHEST_MICROS));
    }
}
