package dev.lbctl.balancer.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member of a pool.
 *
 * @param health {@code unknown}, {@code up}, {@code down} or {@code ejected}
 * @param reason why, in words for a person
 * @param duty {@code ready}, {@code drain} or {@code maint}
 * @param until when the duty ends by itself; null when it does not
 * @param weight 1–1000, how much it is to get, compared with the others of its pool
 * @param healthy whether it is fit to take new requests: up and ready; in a panic of its pool the others that are ready get them too
 * @param activeConnections attempts under way
 * @param totalRequests attempts that ended
 * @param failedRequests those that failed
 * @param avgMs mean time to the last byte, in milliseconds; 0 when nothing was served; the percentiles likewise
 */
public record BackendStatus(
        String name,
        String pool,
        String url,
        String health,
        String reason,
        String duty,
        @Nullable Instant until,
        int weight,
        boolean healthy,
        int activeConnections,
        long totalRequests,
        long failedRequests,
        double avgMs,
        double p50Ms,
        double p95Ms,
        double p99Ms) {

    /** The health as a person is told it: {@code down (dns)} while the member's name does not resolve. */
    public String condition() {
        return reason.startsWith("dns:") ? health + " (dns)" : health;
    }
}
