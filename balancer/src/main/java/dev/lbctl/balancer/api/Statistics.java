package dev.lbctl.balancer.api;

/**
 * What was served since the start or the last reset.
 *
 * @param successRate 0–100; 100 when nothing was asked yet
 * @param retries attempts after the first
 * @param requestsPerSecond over the last ten seconds
 */
public record Statistics(
        long totalRequests,
        long successfulRequests,
        long failedRequests,
        double successRate,
        long retries,
        long inFlight,
        double requestsPerSecond) {}
