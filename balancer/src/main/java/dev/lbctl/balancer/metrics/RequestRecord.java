package dev.lbctl.balancer.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * One finished exchange.
 *
 * @param number counts up while the balancer runs
 * @param id what the exchange is called in {@code X-Request-Id}, on every hop
 * @param time when the request's head had been read
 */
public record RequestRecord(
        long number, String id, Instant time, Asked asked, Answered answered, Served served, Phases phases) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Whether the client got less than a backend's whole answer, or one with a 5xx status. */
    public boolean failed() {
        return answered.cause() != null || answered.status() >= 500;
    }

    /** The second in which it ended, since the epoch. */
    long endSecond() {
        return time.getEpochSecond() + (time.getNano() + phases.totalNanos()) / NANOS_PER_SECOND;
    }

    /** From the request's head read to the last byte handed over. */
    public Duration duration() {
        return Duration.ofNanos(phases.totalNanos());
    }
}
