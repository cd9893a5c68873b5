package dev.lbctl.balancer.metrics;

import java.time.Duration;
import java.time.Instant;

/** Finished requests for tests. */
final class Records {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Records() {}

    static RequestRecord of(long id, int status) {
        return at(id, status, START);
    }

    static RequestRecord at(long id, int status, Instant time) {
        return new RequestRecord(
                id, time, "127.0.0.1", "GET", "/", status, "web", "one", 1, Duration.ofMillis(10), null);
    }

    static RequestRecord retried(long id, int attempts) {
        return new RequestRecord(
                id, START, "127.0.0.1", "GET", "/", 200, "web", "two", attempts, Duration.ofMillis(10), null);
    }
}
