package dev.lbctl.balancer.metrics;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What clients were answered with one backend as the last one tried. Any thread; every counter stands alone. */
public final class BackendMetrics {
    private final LongAdder[] codeClasses =
            IntStream.rangeClosed(0, 5).mapToObj(i -> new LongAdder()).toArray(LongAdder[]::new);
    private final LatencyHistogram latency = new LatencyHistogram();

    void record(RequestRecord request) {
        codeClasses[Math.min(request.answered().status() / 100, 5)].increment();
        latency.record(request.duration());
    }

    /**
     * How many requests ended with a status of this class.
     *
     * @param hundreds 1–5, or 0 for those to which nothing could be sent
     */
    public long requests(int hundreds) {
        return codeClasses[hundreds].sum();
    }

    public LatencyHistogram latency() {
        return latency;
    }
}
