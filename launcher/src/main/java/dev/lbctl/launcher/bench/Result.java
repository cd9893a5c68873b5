package dev.lbctl.launcher.bench;

import java.util.Map;

/**
 * What came of it.
 *
 * @param answered requests that were, whatever with; {@code perSecond} is of these
 * @param statuses how many answers had which
 * @param errors how many requests had no whole answer, by what went wrong
 */
public record Result(
        double seconds,
        long answered,
        double perSecond,
        Latency latency,
        Map<Integer, Long> statuses,
        Map<String, Long> errors) {

    /** In milliseconds, from when a request was due to its answer's last byte. */
    public record Latency(double mean, double p50, double p90, double p99, double p999, double max) {}

    /** Requests that somebody would miss: no answer, or a server's failure. */
    public long failed() {
        long broken = errors.values().stream().mapToLong(Long::longValue).sum();
        return broken
                + statuses.entrySet().stream()
                        .filter(each -> each.getKey() >= Tally.FAILURE)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
