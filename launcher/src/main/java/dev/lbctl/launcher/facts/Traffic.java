package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Statistics;

/**
 * What goes through a backend, or through the balancer as a whole.
 *
 * @param active under way
 * @param requests that ended; of a backend, attempts
 * @param failed those of them that failed
 * @param perSecond over the last ten seconds
 */
public record Traffic(long active, long requests, long failed, double perSecond, Latency latency) {

    /** In milliseconds; all 0 when nothing was measured. */
    public record Latency(double p50, double p95, double p99) {
        public static final Latency NONE = new Latency(0, 0, 0);
    }

    static Traffic of(BackendStatus backend, Trend trend) {
        return new Traffic(
                backend.activeConnections(),
                backend.totalRequests(),
                backend.failedRequests(),
                trend.perSecond(backend.pool(), backend.name()),
                new Latency(backend.p50Ms(), backend.p95Ms(), backend.p99Ms()));
    }

    static Traffic of(Statistics whole, Trend trend) {
        return new Traffic(
                whole.inFlight(),
                whole.totalRequests(),
                whole.failedRequests(),
                whole.requestsPerSecond(),
                trend.latency());
    }
}
