package dev.lbctl.balancer.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, to two significant digits, from 1 µs to 1 h. Recorded by any thread without a lock. */
public final class LatencyHistogram {
    private static final long HIGHEST_MICROS = Duration.ofHours(1).toNanos() / 1_000;
    private static final int DIGITS = 2;
    private static final double MICROS_PER_MS = 1_000;

    private final AtomicHistogram histogram = new AtomicHistogram(1, HIGHEST_MICROS, DIGITS);
    private final LongAdder sumMicros = new LongAdder();

    void record(long nanos) {
        long micros = Math.min(Math.max(nanos / 1_000, 1), HIGHEST_MICROS);
        histogram.recordValue(micros);
        sumMicros.add(micros);
    }

    /** What was recorded up to now. */
    public Reading read() {
        return new Reading(histogram.copy(), sumMicros.sum());
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
            return histogram.getCountBetweenValues(0, (long) Math.min(ms * MICROS_PER_MS, (double) HIGHEST_MICROS));
        }
    }
}
