package dev.lbctl.balancer.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What has ended at one backend: attempts, and what clients were answered with it as the last one tried. Any thread, without locks;
 * every number stands alone. They are an array, not objects: among many backends, what is touched is what costs.
 */
public final class Ledger {
    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int ATTEMPTS = 0;
    private static final int FAILURES = 1;
    private static final int MICROS = 2;
    private static final int CODE_CLASS = 3;
    private static final int CODE_CLASSES = 6;

    private final long[] numbers = new long[CODE_CLASS + CODE_CLASSES];
    private final LatencyCounts latencies = new LatencyCounts();
    private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();

    /** An attempt ended, well or not. */
    public void ended(boolean failed) {
        add(ATTEMPTS, 1);
        if (failed) {
            add(FAILURES, 1);
        }
    }

    /**
     * A client was answered.
     *
     * @param status 0 when nothing could be sent
     * @param nanos from the request's head read to the last byte handed over
     */
    public void answered(int status, long nanos) {
        long micros = LatencyBuckets.micros(nanos);
        add(CODE_CLASS + Math.min(status / 100, CODE_CLASSES - 1), 1);
        add(MICROS, micros);
        latencies.add(LatencyBuckets.of(micros));
    }

    /** An attempt failed here that another one followed. */
    public void retried(String cause) {
        retries.computeIfAbsent(cause, word -> new LongAdder()).increment();
    }

    /** Attempts that ended since the start or the last reset. */
    public long attempts() {
        return number(ATTEMPTS);
    }

    /** Those of {@link #attempts} that failed. */
    public long failures() {
        return number(FAILURES);
    }

    /**
     * How many requests ended with a status of this class.
     *
     * @param hundreds 1–5, or 0 for those to which nothing could be sent
     */
    public long requests(int hundreds) {
        return number(CODE_CLASS + hundreds);
    }

    /** How long requests took up to now. */
    public Latencies latencies() {
        return new Latencies(latencies::count, number(MICROS));
    }

    /** How many attempts failed here that another one followed, by what ended them. */
    public Map<String, Long> retries() {
        Map<String, Long> counts = new TreeMap<>();
        retries.forEach((cause, count) -> counts.put(cause, count.sum()));
        return counts;
    }

    /** Forgets all of it. */
    public void reset() {
        for (int place = 0; place < numbers.length; place++) {
            NUMBERS.setVolatile(numbers, place, 0L);
        }
        latencies.reset();
        retries.clear();
    }

    private void add(int place, long more) {
        NUMBERS.getAndAdd(numbers, place, more);
    }

    private long number(int place) {
        return (long) NUMBERS.getVolatile(numbers, place);
    }
}
