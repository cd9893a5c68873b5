package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.probe.Gate;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.probe.Probes;
import dev.lbctl.balancer.probe.Probing;
import dev.lbctl.config.FitnessConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Keeps probing the members of all pools and tells the pools what it finds. One thread owns all its state; the methods may be
 * called from any.
 */
public final class HealthChecker {
    private static final int PROBES_AT_ONCE = 256;

    private final Probes probes;
    private final Pace pace;
    private final Collection<Pool> pools;
    private final Map<String, PoolWatch> watches;

    /**
     * A checker that does not probe yet.
     *
     * @param configs by the pool's name
     * @param pace its owner has the one thread
     */
    public HealthChecker(Collection<Pool> pools, Map<String, FitnessConfig> configs, Probes probes, Pace pace) {
        this.probes = probes;
        this.pace = pace;
        this.pools = pools;
        Gate gate = new Gate(PROBES_AT_ONCE);
        this.watches = pools.stream().collect(Collectors.toMap(Pool::name, pool -> {
            FitnessConfig config = Objects.requireNonNull(configs.get(pool.name()), pool.name());
            return new PoolWatch(pool, new Probing(probes, config.health(), pace, gate), config.ejection());
        }));
    }

    /**
     * Probes every member, and from then on at its pool's interval. The answer completes when every member that was there at
     * the start has had its first result.
     */
    public CompletableFuture<Void> start() {
        pools.forEach(pool -> pool.watch(snapshot -> pace.run(watch(pool.name())::follow)));
        watches.values().forEach(PoolWatch::begin);
        return CompletableFuture.runAsync(() -> {}, pace.owner())
                .thenComposeAsync(followed -> firstResults(), pace.owner());
    }

    /** From now on a member of the pool that comes up gets its weight a tenth at a time, all of it after {@code whole}. */
    public void startSlowly(Pool pool, Duration whole) {
        new SlowStart(pool, whole, pace.owner()).begin();
    }

    public void stop() {
        probes.stop();
    }

    private CompletableFuture<Void> firstResults() {
        return CompletableFuture.allOf(
                watches.values().stream().map(PoolWatch::firstResults).toArray(CompletableFuture<?>[]::new));
    }

    private PoolWatch watch(String pool) {
        return Objects.requireNonNull(watches.get(pool), pool);
    }
}
