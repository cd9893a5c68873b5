package dev.lbctl.balancer.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * How many there were in each of the {@link LatencyBuckets}. A stretch of them takes memory once something falls into it: a backend
 * answers in a few of them, and all would be seven pages. Any thread, without locks.
 */
final class LatencyCounts {
    private static final VarHandle STRETCHES = MethodHandles.arrayElementVarHandle(long[][].class);
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int BITS = 7;
    private static final int STRETCH = 1 << BITS;
    private static final long[] NONE = new long[0];

    private final long[][] stretches = new long[((LatencyBuckets.COUNT - 1) >> BITS) + 1][];

    LatencyCounts() {
        Arrays.fill(stretches, NONE);
    }

    void add(int bucket) {
        long[] stretch = stretch(bucket);
        COUNTS.getAndAdd(stretch.length == 0 ? begin(bucket >> BITS) : stretch, bucket & (STRETCH - 1), 1L);
    }

    long count(int bucket) {
        long[] stretch = stretch(bucket);
        return stretch.length == 0 ? 0 : (long) COUNTS.getVolatile(stretch, bucket & (STRETCH - 1));
    }

    void reset() {
        for (int place = 0; place < stretches.length; place++) {
            STRETCHES.setVolatile(stretches, place, NONE);
        }
    }

    private long[] stretch(int bucket) {
        return (long[]) STRETCHES.getVolatile(stretches, bucket >> BITS);
    }

    private long[] begin(int place) {
        long[] fresh = new long[STRETCH];
        long[] other = (long[]) STRETCHES.compareAndExchange(stretches, place, NONE, fresh);
        return other.length == 0 ? fresh : other;
    }
}
