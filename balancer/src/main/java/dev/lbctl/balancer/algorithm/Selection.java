package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;

/** A pool's present picker. It changes with the pool's snapshot and with the algorithm, in one write. Any thread. */
public final class Selection {
    private final Pool pool;
    private volatile Algorithm algorithm;
    private volatile Lineup current;

    /** A selection that picks nobody yet. A pool has one at most, since a member's load has one follower. */
    public Selection(Pool pool, Algorithm algorithm) {
        this.pool = pool;
        this.algorithm = algorithm;
        this.current = Lineup.ofNobody(pool.snapshot(), algorithm);
    }

    /** Follows the pool from now on. */
    public Selection begin() {
        pool.watch(this::publish);
        return this;
    }

    /** Picks by another algorithm from now on. Exchanges under way stay where they are. */
    public synchronized void use(Algorithm newAlgorithm) {
        algorithm = newAlgorithm;
        publish(pool.snapshot());
    }

    /** The newest snapshot with its picker: take it once an attempt. */
    public Lineup current() {
        return current;
    }

    /** The algorithm it picks by now. */
    public AlgorithmKind kind() {
        return algorithm.kind();
    }

    public String pool() {
        return pool.name();
    }

    private synchronized void publish(PoolSnapshot snapshot) {
        snapshot.members().forEach(member -> member.load().unfollow());
        current = Lineup.of(snapshot, algorithm);
    }
}
