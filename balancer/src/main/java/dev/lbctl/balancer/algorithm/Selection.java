package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.config.AlgorithmKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A pool's present picker. It changes with the pool's snapshot and with the algorithm, in one write. Any thread. */
public final class Selection {
    private final Pool pool;
    private final Consumer<PoolSnapshot> follower = this::publish;
    private final @Nullable Sessions sessions;
    private volatile Algorithm algorithm;
    private volatile Lineup current;
    private volatile boolean ended;

    /** A selection that picks nobody yet. A pool has one at most, since a member's load has one follower. */
    public Selection(Pool pool, Algorithm algorithm) {
        this(pool, algorithm, null);
    }

    /** @param sessions that are kept, whatever the algorithm; null when none are */
    public Selection(Pool pool, Algorithm algorithm, @Nullable Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
        this.algorithm = algorithm;
        this.current = Lineup.ofNobody(pool.snapshot(), algorithm);
    }

    /** Follows the pool from now on. */
    public Selection begin() {
        pool.watch(follower);
        return this;
    }

    /** Follows the pool no more: what it picks from stays as it is now, for the exchanges that began with it. */
    public void end() {
        pool.unwatch(follower);
        ended = true;
    }

    /** Whether it follows its pool no more. */
    public boolean isEnded() {
        return ended;
    }

    /** Picks by another algorithm from now on. Exchanges under way stay where they are. */
    public synchronized void use(Algorithm newAlgorithm) {
        algorithm = newAlgorithm;
        publish(pool.snapshot());
    }

    /** Has a member that drains keep none of its sessions, since it is about to end. */
    public synchronized void release(String member) {
        if (sessions != null) {
            sessions.release(member);
            publish(pool.snapshot());
        }
    }

    /** The newest snapshot with its picker: take it once an attempt. */
    public Lineup current() {
        return current;
    }

    /** What it picks by now. */
    public Algorithm algorithm() {
        return algorithm;
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
        current = Lineup.of(snapshot, algorithm, sessions == null ? null : sessions.roster(snapshot));
    }
}
