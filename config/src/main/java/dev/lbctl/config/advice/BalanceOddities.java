package dev.lbctl.config.advice;

import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.advice.Oddities.Oddity;
import java.util.ArrayList;
import java.util.List;

/** How a pool's requests are shared: what its algorithm does not look at, and what one server cannot do. */
final class BalanceOddities {

    private BalanceOddities() {}

    static List<Oddity> of(PoolConfig pool) {
        String at = "pools." + pool.name() + ".";
        AlgorithmKind algorithm = pool.algorithm();
        List<Oddity> found = new ArrayList<>(ofOneServer(pool, at));
        if (algorithm == AlgorithmKind.ROUND_ROBIN
                && !pool.balance().slowStart().isZero()) {
            found.add(new Oddity(
                    List.of(at + "slow_start"),
                    "slow_start does nothing: round_robin does not look at weights",
                    "write algorithm: weighted"));
        }
        boolean weighs = pool.backends().stream().anyMatch(backend -> backend.weight() != 1);
        if (algorithm == AlgorithmKind.ROUND_ROBIN && weighs) {
            found.add(new Oddity(
                    List.of(at + "algorithm", at + "backends"),
                    "the weights of pool " + pool.name() + " do nothing: round_robin does not look at them",
                    "write algorithm: weighted"));
        }
        if (algorithm != AlgorithmKind.CONSISTENT_HASH && !pool.balance().hash().equals(HashConfig.CLIENT)) {
            found.add(new Oddity(
                    List.of(at + "hash.by"),
                    "hash does nothing: only consistent_hash goes by it",
                    "write algorithm: consistent_hash, or leave hash out"));
        }
        return found;
    }

    private static List<Oddity> ofOneServer(PoolConfig pool, String at) {
        AlgorithmKind algorithm = pool.algorithm();
        List<Oddity> found = new ArrayList<>();
        boolean hashes = algorithm == AlgorithmKind.IP_HASH || algorithm == AlgorithmKind.CONSISTENT_HASH;
        if (hashes && Servers.of(pool) == 1) {
            found.add(new Oddity(
                    List.of(at + "algorithm"),
                    algorithm.key() + " has one server to choose from",
                    "list more backends, or leave algorithm out"));
        }
        if (pool.balance().sticky() != null && Servers.of(pool) == 1) {
            found.add(new Oddity(
                    List.of(at + "sticky.cookie", at + "backends"),
                    "sticky has one server to choose from",
                    "list more backends, or leave sticky out"));
        }
        return found;
    }
}
