package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.PoolSnapshot;

/** A way of balancing. It keeps what must outlive a snapshot, such as whose turn it is. */
public interface Algorithm {

    /** Answers who picks from {@code snapshot}. Called once a snapshot, so what can be computed ahead belongs here. */
    Picker picker(PoolSnapshot snapshot);
}
