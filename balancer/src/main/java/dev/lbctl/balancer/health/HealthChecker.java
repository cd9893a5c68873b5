package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.HealthConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Keeps probing the members of all pools and tells the pools what it finds. It has one thread, which owns all its state and
 * does not keep the process alive; the methods may be called from any.
 */
public final class HealthChecker {
    private final ScheduledThreadPoolExecutor owner =
            new ScheduledThreadPoolExecutor(1, HealthChecker::thread, new ThreadPoolExecutor.DiscardPolicy());
    private final Collection<Pool> pools;
    private final Map<String, PoolWatch> watches;

    /**
     * A checker that does not probe yet.
     *
     * @param configs by the pool's name
     * @param probes makes the probe of a pool
     */
    public HealthChecker(
            Collection<Pool> pools,
            Map<String, HealthConfig> configs,
            Function<HealthConfig, Probe> probes,
            RandomGenerator random) {
        owner.setRemoveOnCancelPolicy(true);
        Pace pace = new Pace(owner, random);
        this.pools = pools;
        this.watches = pools.stream().collect(Collectors.toMap(Pool::name, pool -> {
            HealthConfig config = Objects.requireNonNull(configs.get(pool.name()), pool.name());
            return new PoolWatch(pool, config, probes.apply(config), pace);
        }));
    }

    /**
     * Probes every member at once, and from then on at its pool's interval. The answer completes when every member that was
     * there at the start has had its first result.
     */
    public CompletableFuture<Void> start() {
        pools.forEach(pool -> pool.watch(snapshot -> owner.execute(watch(pool.name())::follow)));
        return CompletableFuture.runAsync(() -> {}, owner).thenComposeAsync(followed -> firstResults(), owner);
    }

    /** From now on a member of the pool that comes up gets its weight a tenth at a time, all of it after {@code whole}. */
    public void startSlowly(Pool pool, Duration whole) {
        new SlowStart(pool, whole, owner).begin();
    }

    /** Traffic found a backend's port closed: it goes down at once, and is probed as every down member is. */
    public void refused(String pool, Backend backend) {
        owner.execute(() -> watch(pool).refused(backend));
    }

    public void stop() {
        owner.shutdownNow();
    }

    private CompletableFuture<Void> firstResults() {
        return CompletableFuture.allOf(
                watches.values().stream().map(PoolWatch::firstResults).toArray(CompletableFuture<?>[]::new));
    }

    private PoolWatch watch(String pool) {
        return Objects.requireNonNull(watches.get(pool), pool);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    }
}
