package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;

/** A way of balancing. It keeps what must outlive a snapshot, such as whose turn it is; docs/algorithms.md compares them. */
public interface Algorithm {

    AlgorithmKind kind();

    /**
     * Answers who picks from {@code snapshot}. Called once a snapshot, one at a time, so what can be computed ahead belongs
     * here.
     *
     * @param snapshot one with an eligible member at least
     */
    Picker picker(PoolSnapshot snapshot);
}
