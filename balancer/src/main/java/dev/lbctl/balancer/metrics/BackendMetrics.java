package dev.lbctl.balancer.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What clients were answered with one backend as the last one tried. Any thread; every counter stands alone. */
public final class BackendMetrics {
    private static final int CODE_CLASSES = 6;

    private final AtomicLongArray codeClasses = new AtomicLongArray(CODE_CLASSES);
    private final LatencyHistogram latency = new LatencyHistogram();
    private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();

    void record(Finished exchange) {
        codeClasses.getAndIncrement(Math.min(exchange.status() / 100, CODE_CLASSES - 1));
        latency.record(exchange.totalNanos());
    }

    /** An attempt failed here that another one followed. */
    void retried(String cause) {
        retries.computeIfAbsent(cause, word -> new LongAdder()).increment();
    }

    /** How many attempts failed here that another one followed, by what ended them. */
    public Map<String, Long> retries() {
        Map<String, Long> counts = new TreeMap<>();
        retries.forEach((cause, count) -> counts.put(cause, count.sum()));
        return counts;
    }

    /**
     * How many requests ended with a status of this class.
     *
     * @param hundreds 1–5, or 0 for those to which nothing could be sent
     */
    public long requests(int hundreds) {
        return codeClasses.get(hundreds);
    }

    public LatencyHistogram latency() {
        return latency;
    }
}
