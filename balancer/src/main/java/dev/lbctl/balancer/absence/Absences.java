package dev.lbctl.balancer.absence;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the backends of a pool that are gone: by whoever starts and stops them, or since they can be reached no
 * more. They are known by name, since one that is started again may have left the pool meanwhile. Owner: the pool.
 */
public final class Absences {
    private final Set<String> supervised = new HashSet<>();
    private final Map<String, Long> until = new HashMap<>();
    private long arrivals;

    /** Whether somebody starts this backend again should it end unasked. */
    public void supervise(String backend, boolean does) {
        if (does) {
            supervised.add(backend);
        } else {
            supervised.remove(backend);
        }
    }

    /** It is gone, and comes back within this time; zero says that it does not come back by itself. */
    public void expect(String backend, Duration within, long nowNanos) {
        if (within.isZero()) {
            supervised.remove(backend);
            until.remove(backend);
        } else {
            until.put(backend, nowNanos + within.toNanos());
        }
    }

    /** It cannot be reached. One that is supervised may come back: for a while that is in doubt. */
    public void lost(String backend, long nowNanos) {
        if (supervised.contains(backend)) {
            until.putIfAbsent(backend, nowNanos + Awaited.DOUBT.toNanos());
        }
    }

    /** It is there, or may be. */
    public void arrived(String backend) {
        until.remove(backend);
        arrivals++;
    }

    /** It is in the pool no more; that it comes back within some time, if that was said, holds. */
    public void left(String backend) {
        supervised.remove(backend);
    }

    /** What requests go by. */
    public Awaited awaited() {
        return new Awaited(until, supervised, arrivals);
    }
}
