package dev.lbctl.balancer.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code GET /dashboard/endpoints.json}: where the dashboard's page finds the two APIs, on the host it was loaded from.
 *
 * @param managementPort null when no launcher belongs to this balancer
 */
public record Endpoints(int adminPort, @Nullable Integer managementPort) {}
