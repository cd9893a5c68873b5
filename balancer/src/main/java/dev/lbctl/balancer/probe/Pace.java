package dev.lbctl.balancer.probe;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Runs things on the health checker's thread, now or ±10 % off a wanted moment, so that probes do not fall into step.
 *
 * @param owner has that one thread
 */
public record Pace(ScheduledExecutorService owner, RandomGenerator random, InstantSource clock) {
    private static final double JITTER = 0.1;
    /** Moments are rounded up to it, so that many probes share one waking of the thread. */
    private static final long GRID_NANOS = 20_000_000;

    public Future<?> after(Duration delay, Runnable task) {
        long now = System.nanoTime();
        long wanted = now + (long) (delay.toNanos() * (1 - JITTER + 2 * JITTER * random.nextDouble()));
        long due = wanted - Math.floorMod(wanted, GRID_NANOS) + GRID_NANOS;
        return owner.schedule(task, due - now, TimeUnit.NANOSECONDS);
    }

    /** To the moment. */
    public void exactlyAfter(Duration delay, Runnable task) {
        owner.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Again and again, with so much between two. */
    public Future<?> every(Duration period, Runnable task) {
        return owner.scheduleWithFixedDelay(task, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Nothing, once the thread has stopped. Any thread. */
    public void run(Runnable task) {
        try {
            owner.execute(task);
        } catch (RejectedExecutionException stopped) {
            // the balancer is ending, and nobody asks for health any more
        }
    }
}
