package dev.lbctl.balancer.metrics;

import java.time.Instant;

/** Finished requests for tests. */
public final class Records {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Records() {}

    static RequestRecord of(long number, int status) {
        return at(number, status, START);
    }

    static RequestRecord at(long number, int status, Instant time) {
        return served(number, status, time, new Served("web", "one", 1, null));
    }

    static RequestRecord retried(long number, int attempts) {
        return served(number, 200, START, new Served("web", "two", attempts, null));
    }

    /** A plain GET that took 10 ms. */
    public static RequestRecord served(long number, int status, Instant time, Served served) {
        return new RequestRecord(
                number,
                "id-" + number,
                time,
                new Asked("127.0.0.1", "GET", "/", "HTTP/1.1", "localhost", null, null),
                new Answered(status, 0, 5, null),
                served,
                new Phases(Phases.NONE, Phases.NONE, 9_000_000, 10_000_000));
    }
}
