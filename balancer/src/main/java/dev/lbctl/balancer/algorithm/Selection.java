package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Pool;

/** A pool's present picker. It changes with the pool's snapshot, in one write. Any thread. */
public final class Selection {
    private final Pool pool;
    private final Algorithm algorithm;
    private volatile Picker current = subject -> null;

    public Selection(Pool pool, Algorithm algorithm) {
        this.pool = pool;
        this.algorithm = algorithm;
    }

    /** Follows the pool from now on. */
    public Selection begin() {
        pool.watch(snapshot -> current = algorithm.picker(snapshot));
        return this;
    }

    /** The picker of the newest snapshot: take it once an attempt. */
    public Picker current() {
        return current;
    }

    public String pool() {
        return pool.name();
    }
}
