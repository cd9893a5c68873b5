package dev.lbctl.balancer.api;

/**
 * {@code GET /health} and {@code GET /readyz}: whether clients can be served.
 *
 * @param status {@code ok}; {@code degraded} when a backend is missing that should take traffic; {@code down} when none does
 * @param backends all that are known
 * @param healthy those that are fit to take new requests
 * @param missing those that should and do not: ready by duty, but not up
 */
public record HealthReport(String status, int backends, int healthy, int missing) {}
