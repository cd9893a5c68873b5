package dev.lbctl.balancer.accesslog;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A while for which something is not done again. Owner: the writer's thread. */
final class Pause {
    private final long lengthNanos;
    private final LongSupplier nanos;
    private long end;

    /** One that is over. */
    Pause(Duration length, LongSupplier nanos) {
        this.lengthNanos = length.toNanos();
        this.nanos = nanos;
        this.end = nanos.getAsLong();
    }

    void begin() {
        end = nanos.getAsLong() + lengthNanos;
    }

    boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }
}
