package dev.lbctl.launcher.bench;

import dev.lbctl.launcher.bench.Result.Latency;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What has come of the requests so far. Owned by the thread of the {@link Bench}. */
final class Tally {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final double MICROS = 1_000;
    /** The first status that is a server's failure. */
    static final int FAILURE = 500;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private long failures;

    void answered(int status, long nanos) {
        statuses.merge(status, 1L, Long::sum);
        failures += status >= FAILURE ? 1 : 0;
        micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    void failed(String kind) {
        errors.merge(kind, 1L, Long::sum);
        failures++;
    }

    long answered() {
        return micros.getTotalCount();
    }

    /** As {@link Result#failed}. */
    long failed() {
        return failures;
    }

    Result result(double seconds) {
        Latency latency =
                new Latency(micros.getMean() / MICROS, at(50), at(90), at(99), at(99.9), micros.getMaxValue() / MICROS);
        return new Result(seconds, answered(), answered() / seconds, latency, statuses, errors);
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS;
    }
}
