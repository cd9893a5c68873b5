package dev.lbctl.balancer.history;

import dev.lbctl.balancer.metrics.RequestRecord;
import java.util.Arrays;
import java.util.List;

/** How long requests took. */
final class Percentiles {
    private static final Sample.Latency NOTHING = new Sample.Latency(0, 0, 0);
    private static final double NANOS_PER_MS = 1e6;

    private Percentiles() {}

    static Sample.Latency of(List<RequestRecord> requests) {
        if (requests.isEmpty()) {
            return NOTHING;
        }
        long[] nanos = requests.stream()
                .mapToLong(request -> request.phases().totalNanos())
                .sorted()
                .toArray();
        return new Sample.Latency(at(nanos, 50), at(nanos, 95), at(nanos, 99));
    }

    /** The smallest time that {@code percent} of them did not exceed, by the nearest rank. */
    private static double at(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Arrays.stream(sorted, rank - 1, rank).sum() / NANOS_PER_MS;
    }
}
