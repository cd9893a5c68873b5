package dev.lbctl.balancer.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /algorithm}.
 *
 * @param pool null means the only pool, or the one called {@code default}
 */
public record AlgorithmChange(String algorithm, @Nullable String pool) {}
