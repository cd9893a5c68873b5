package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finished exchange.
 *
 * @param number counts up while the balancer runs
 * @param id what the exchange is called in {@code X-Request-Id}, on every hop
 * @param time when the request's head had been read
 */
public record RequestRecord(
        long number, String id, Instant time, Asked asked, Answered answered, Served served, Phases phases)
        implements Finished {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @Override
    public int status() {
        return answered.status();
    }

    @Override
    public @Nullable String cause() {
        return answered.cause();
    }

    @Override
    public @Nullable String pool() {
        return served.pool();
    }

    @Override
    public @Nullable String backend() {
        return served.backend();
    }

    @Override
    public @Nullable Load load() {
        Decision decision = served.decision();
        return decision == null || served.backend() == null
                ? null
                : decision.pool().member(served.backend()).map(Member::load).orElse(null);
    }

    @Override
    public int attempts() {
        return served.attempts();
    }

    @Override
    public long totalNanos() {
        return phases.totalNanos();
    }

    @Override
    public RequestRecord record() {
        return this;
    }

    @Override
    public long endSecond() {
        return time.getEpochSecond() + (time.getNano() + phases.totalNanos()) / NANOS_PER_SECOND;
    }

    /** From the request's head read to the last byte handed over. */
    public Duration duration() {
        return Duration.ofNanos(phases.totalNanos());
    }
}
