package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives members that come up their weight in ten steps, the first at once, the last after the whole time. The steps of a pool
 * are taken together, so that few snapshots are made however many members warm up. Any thread.
 */
final class SlowStart {
    private static final int STEPS_TO_COME = 9;

    private final Pool pool;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile Duration step = Duration.ZERO;

    SlowStart(Pool pool, ScheduledExecutorService timer) {
        this.pool = pool;
        this.timer = timer;
        pool.watch(this::follow);
    }

    /** For every member that comes up from now on; zero gives it all at once. */
    void take(Duration whole) {
        step = whole.dividedBy(STEPS_TO_COME);
        pool.startSlowly(!whole.isZero());
    }

    private void follow(PoolSnapshot snapshot) {
        if (snapshot.isWarming() && planned.compareAndSet(false, true)) {
            try {
                timer.schedule(this::warm, step.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopped) {
                // the balancer is ending
            }
        }
    }

    private void warm() {
        planned.set(false);
        pool.warm();
    }
}
