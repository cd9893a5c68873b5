package dev.lbctl.balancer.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Who served a request.
 *
 * @param pool null when no route matched
 * @param backend who answered, or was tried last; null when nobody was
 * @param attempts how many were made
 */
public record Served(@Nullable String pool, @Nullable String backend, int attempts) {}
