package dev.lbctl.balancer;

import dev.lbctl.balancer.algorithm.Algorithm;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.StickyConfig;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A pool by one configuration of it: who picks, and what its requests are granted. */
final class WorkingPool {
    private final Steered steered;
    private final Destination destination;
    private final @Nullable Sessions sessions;
    private final Consumer<PoolSnapshot> caller;

    private WorkingPool(Steered steered, Destination destination, @Nullable Sessions sessions) {
        this.steered = steered;
        this.destination = destination;
        this.sessions = sessions;
        this.caller = snapshot -> destination.room().callNext();
    }

    static WorkingPool begin(PoolConfig config, Pool pool, Algorithm algorithm, @Nullable Sessions sessions) {
        Selection selection = new Selection(pool, algorithm, sessions);
        Steered steered = new Steered(config, pool, selection);
        return new WorkingPool(steered, Destination.of(selection, config.traffic()), sessions).follow();
    }

    /** The same pool by another configuration; this one is at its {@link #end}. */
    WorkingPool next(PoolConfig config, Algorithm algorithm, @Nullable Sessions nextSessions) {
        Selection selection = new Selection(steered.pool(), algorithm, nextSessions);
        Steered next = new Steered(config, steered.pool(), selection);
        return new WorkingPool(next, destination.next(selection, config.traffic()), nextSessions).follow();
    }

    /** Picks from the pool as it is now from now on, for the requests that began with it. */
    void end() {
        steered.pool().unwatch(caller);
        steered.selection().end();
    }

    Steered steered() {
        return steered;
    }

    Destination destination() {
        return destination;
    }

    @Nullable
    StickyConfig sticky() {
        return steered.config().balance().sticky();
    }

    /** Those it keeps; null when it keeps none. */
    @Nullable
    Sessions sessions() {
        return sessions;
    }

    private WorkingPool follow() {
        steered.selection().begin();
        steered.pool().watch(caller); // After the selection: whoever is called meets the new picker.
        return this;
    }
}
