package dev.lbctl.balancer.health;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Runs things on the health checker's thread, ±10 % off the wanted moment, so that probes do not fall into step. */
record Pace(ScheduledExecutorService owner, RandomGenerator random) {
    private static final double JITTER = 0.1;

    Future<?> after(Duration delay, Runnable task) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return owner.schedule(task, (long) (delay.toNanos() * factor), TimeUnit.NANOSECONDS);
    }
}
