package dev.lbctl.balancer.history;

import java.time.Instant;
import java.util.List;

/**
 * What happened between the sample before and this one.
 *
 * @param time its end
 * @param seconds its length
 * @param requests that ended
 * @param failed those of them that failed
 * @param inFlight requests under way at its end
 * @param latency of those that ended
 * @param members those that had anything to do
 */
public record Sample(
        Instant time,
        double seconds,
        long requests,
        long failed,
        long inFlight,
        Latency latency,
        List<OfMember> members) {

    /** In milliseconds, 0 when nothing ended: of at most the last 1,000 that did. */
    public record Latency(double p50, double p95, double p99) {}

    /**
     * One member's part.
     *
     * @param attempts that ended
     * @param failed those of them that failed
     * @param inFlight attempts under way at its end
     */
    public record OfMember(String pool, String name, long attempts, long failed, int inFlight) {}
}
