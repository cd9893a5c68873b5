package dev.lbctl.balancer.api;

import java.util.List;

/**
 * {@code GET /status}.
 *
 * @param algorithm of the first pool
 * @param uptime seconds since the balancer started
 */
public record StatusReport(
        String version,
        String algorithm,
        double uptime,
        Statistics statistics,
        List<PoolStatus> pools,
        List<BackendStatus> backendServers,
        List<RequestEntry> recentRequests,
        ConfigStatus configuration) {}
