package dev.lbctl.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool's members share its requests; its keys stand directly in the pool.
 *
 * @param hash what {@link AlgorithmKind#CONSISTENT_HASH} goes by
 * @param slowStart how long a member that comes up has less than its weight; zero when it has all at once
 * @param sticky how a client stays with one member, whatever the algorithm; null when it does not
 */
public record BalanceConfig(
        AlgorithmKind algorithm,
        HashConfig hash,
        Duration slowStart,
        @Nullable StickyConfig sticky) {}
