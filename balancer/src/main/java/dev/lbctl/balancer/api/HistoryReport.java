package dev.lbctl.balancer.api;

import java.time.Instant;
import java.util.List;

/**
 * {@code GET /history}: the last quarter of an hour, the oldest first. {@code ?after=TIME} leaves out what a client has.
 *
 * @param stepSeconds how far samples are apart
 */
public record HistoryReport(double stepSeconds, List<Sample> samples) {

    /**
     * What happened between the sample before and this one.
     *
     * @param time its end
     * @param seconds its length
     * @param requests that ended
     * @param failed those of them that failed
     * @param inFlight requests under way at its end
     * @param p50Ms of those that ended, or of the last 1,000 of them, in milliseconds; 0 when nothing ended; the others likewise
     * @param backends those that had anything to do, but no more than a hundred
     */
    public record Sample(
            Instant time,
            double seconds,
            long requests,
            long failed,
            long inFlight,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            List<OfBackend> backends) {}

    /**
     * One backend's part.
     *
     * @param attempts that ended
     * @param failed those of them that failed
     * @param inFlight attempts under way at the end
     */
    public record OfBackend(String pool, String name, long attempts, long failed, int inFlight) {}
}
