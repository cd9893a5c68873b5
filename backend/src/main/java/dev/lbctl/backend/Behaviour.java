package dev.lbctl.backend;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** How this server misbehaves on purpose, and whether it says it is ready. Readiness is set by one request and read by many threads. */
final class Behaviour {
    private final Duration delay;
    private final double errorRate;
    private final RandomGenerator random;
    private final FaultFile faults;
    private volatile boolean ready = true;

    Behaviour(BackendOptions options, RandomGenerator random) {
        this.delay = options.delay();
        this.errorRate = options.errorRate();
        this.random = random;
        this.faults = new FaultFile(options.faultFile(), InstantSource.system());
    }

    FaultFile faults() {
        return faults;
    }

    /** How long the next answer is held back. */
    Duration delay() {
        return delay.plusMillis(faults.now().delayMs());
    }

    /** Whether the next answer is to be a failure. */
    boolean fails() {
        double rate = Math.max(errorRate, faults.now().errorRate());
        return rate > 0 && random.nextDouble() < rate;
    }

    /** 10 to 50 ms, what a small piece of work takes. */
    Duration work() {
        return Duration.ofMillis(random.nextInt(10, 51));
    }

    boolean ready() {
        return ready;
    }

    void switchReadiness(boolean wanted) {
        ready = wanted;
    }
}
