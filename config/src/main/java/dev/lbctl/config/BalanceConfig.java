package dev.lbctl.config;

import java.time.Duration;

/**
 * How a pool's members share its requests; its keys stand directly in the pool.
 *
 * @param hash what {@link AlgorithmKind#CONSISTENT_HASH} goes by
 * @param slowStart how long a member that comes up has less than its weight; zero when it has all at once
 */
public record BalanceConfig(AlgorithmKind algorithm, HashConfig hash, Duration slowStart) {}
