package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.probe.Gate;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probes;
import dev.lbctl.balancer.probe.Probing;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps probing the members of all pools and tells the pools what it finds. One thread owns all its state; the methods may be
 * called from any.
 */
public final class HealthChecker {
    private static final int PROBES_AT_ONCE = 256;

    private final Probes probes;
    private final Pace pace;
    private final Gate gate = new Gate(PROBES_AT_ONCE);
    private final Map<Pool, PoolWatch> watches = new ConcurrentHashMap<>();
    private final Map<Pool, SlowStart> slowStarts = new ConcurrentHashMap<>();
    private volatile boolean started;

    /**
     * A checker of no pool yet, that has not started.
     *
     * @param pace its owner has the one thread
     */
    public HealthChecker(Probes probes, Pace pace) {
        this.probes = probes;
        this.pace = pace;
    }

    /** Has the members of a pool probed and judged, or in another way than before; as soon as it has started. */
    public void watch(Pool pool, FitnessConfig config) {
        PoolWatch watch = watches.computeIfAbsent(
                pool, fresh -> new PoolWatch(fresh, probing(config.health()), config.ejection()));
        pace.run(() -> watch.use(config));
        if (started) {
            pace.run(watch::begin);
        }
    }

    /** Begins. The answer completes when every member that is there now has had its first result. */
    public CompletableFuture<Void> start() {
        started = true;
        watches.values().forEach(watch -> pace.run(watch::begin));
        return CompletableFuture.runAsync(() -> {}, pace.owner()) // They have begun,
                .thenRunAsync(() -> {}, pace.owner()) // and follow their pools.
                .thenComposeAsync(
                        followed -> CompletableFuture.allOf(watches.values().stream()
                                .map(PoolWatch::firstResults)
                                .toArray(CompletableFuture<?>[]::new)),
                        pace.owner());
    }

    /** Leaves a pool alone from now on. */
    public void forget(Pool pool) {
        slowStarts.remove(pool);
        PoolWatch known = watches.remove(pool);
        if (known != null) {
            pace.run(known::end);
        }
    }

    /** From now on a member that comes up gets its weight a tenth at a time, all of it after {@code whole}; zero is at once. */
    public void startSlowly(Pool pool, Duration whole) {
        if (!whole.isZero() || slowStarts.containsKey(pool)) {
            slowStarts
                    .computeIfAbsent(pool, slow -> new SlowStart(slow, pace.owner()))
                    .take(whole);
        }
    }

    /** Probes backends once that are in no pool yet. The answer completes when all were, or after ten seconds without the others. */
    public CompletableFuture<Map<Backend, Probe.Result>> look(Collection<Backend> backends, HealthConfig config) {
        return new FirstLook(probing(config), backends).begin();
    }

    public void stop() {
        probes.stop();
    }

    private Probing probing(HealthConfig config) {
        return new Probing(probes, config, pace, gate);
    }
}
