package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.PoolConfig;
import java.util.Optional;

/** A pool as an operator may turn it, beside what its configuration says. */
public record Steered(PoolConfig config, Pool pool, Selection selection) {

    /** By which it balances now. */
    public AlgorithmKind algorithm() {
        return selection.kind();
    }

    Optional<Member> member(String backend) {
        return pool.snapshot().member(backend);
    }

    /** What the backend weighs by configuration; one that is not in it joined by itself, and weighs 1. */
    int configuredWeight(String backend) {
        return config.backends().stream()
                .filter(each -> each.name().equals(backend))
                .map(BackendConfig::weight)
                .findFirst()
                .orElse(1);
    }
}
