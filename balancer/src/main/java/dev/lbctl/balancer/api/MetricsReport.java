package dev.lbctl.balancer.api;

import java.util.List;

/** {@code GET /metrics} as JSON. */
public record MetricsReport(long totalRequests, double uptimeSeconds, List<Server> servers) {

    /** One backend; healthy when it takes new requests. */
    public record Server(String name, String url, long requests, boolean healthy) {}
}
