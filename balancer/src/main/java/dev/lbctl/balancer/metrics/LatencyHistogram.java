package dev.lbctl.balancer.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * How long things took, to two significant digits, from 1 µs to 1 h. Recorded by any thread without a lock. All of it is one array,
 * of which a recording touches two words: among many backends, what is touched is what costs.
 */
public final class LatencyHistogram {
    private static final double MICROS_PER_MS = 1_000;
    private static final int SUM = LatencyBuckets.COUNT;

    /** How many there were in each bucket, and behind them the sum of all in microseconds. */
    private final AtomicLongArray counts = new AtomicLongArray(LatencyBuckets.COUNT + 1);

    void record(long nanos) {
        long micros = Math.min(Math.max(nanos / 1_000, 1), LatencyBuckets.HIGHEST_MICROS);
        counts.getAndIncrement(LatencyBuckets.of(micros));
        counts.getAndAdd(SUM, micros);
    }

    /** What was recorded up to now. */
    public Reading read() {
        Histogram histogram = new Histogram(1, LatencyBuckets.HIGHEST_MICROS, LatencyBuckets.DIGITS);
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            long count = counts.get(bucket);
            if (count > 0) {
                histogram.recordValueWithCount(LatencyBuckets.shortest(bucket), count);
            }
        }
        return new Reading(histogram, counts.get(SUM));
    }

    /** A histogram at one moment. Times are in milliseconds, and 0 when nothing was recorded. */
    public static final class Reading {
        private final Histogram histogram;
        private final long sumMicros;

        private Reading(Histogram histogram, long sumMicros) {
            this.histogram = histogram;
            this.sumMicros = sumMicros;
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

        /** The time that {@code percent} (0–100) of what was recorded did not exceed. */
        public double percentileMs(double percent) {
            return count() == 0 ? 0 : histogram.getValueAtPercentile(percent) / MICROS_PER_MS;
        }

        /** How many took at most {@code ms}, which may be infinite. */
        public long countUpToMs(double ms) {
            return histogram.getCountBetweenValues(
                    0, (long) Math.min(ms * MICROS_PER_MS, (double) LatencyBuckets.HIGHEST_MICROS));
        }
    }
}
