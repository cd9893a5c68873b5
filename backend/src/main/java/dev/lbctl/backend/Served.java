package dev.lbctl.backend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** What this server has answered since its start; health checks and switches do not count. Written by every request thread. */
final class Served {
    private final InstantSource clock;
    private final Instant started;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    Served(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    void countRequest() {
        requests.incrementAndGet();
    }

    void countFailure() {
        failures.incrementAndGet();
    }

    long requests() {
        return requests.get();
    }

    /** Failures on purpose, by the error rate. */
    long failures() {
        return failures.get();
    }

    Instant now() {
        return clock.instant();
    }

    double uptimeSeconds() {
        return Duration.between(started, clock.instant()).toMillis() / 1000.0;
    }
}
