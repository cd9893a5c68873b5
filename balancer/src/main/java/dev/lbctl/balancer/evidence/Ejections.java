package dev.lbctl.balancer.evidence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How often a backend had to sit out since the start. Any thread. */
public final class Ejections {
    private final Map<EjectionCause, LongAdder> counts = new EnumMap<>(EjectionCause.class);

    Ejections() {
        Arrays.stream(EjectionCause.values()).forEach(cause -> counts.put(cause, new LongAdder()));
    }

    public void count(EjectionCause cause) {
        counter(cause).increment();
    }

    public long of(EjectionCause cause) {
        return counter(cause).sum();
    }

    private LongAdder counter(EjectionCause cause) {
        return Objects.requireNonNull(counts.get(cause));
    }
}
