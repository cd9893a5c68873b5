package dev.lbctl.balancer;

import dev.lbctl.balancer.algorithm.Algorithm;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.health.HealthChecker;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.PanicRule;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.StickyConfig;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pools that a configuration makes, each with its picker, and probed. Changed by one thread at a time.
 */
final class Pools {
    private final Consumer<PoolEvent> events;
    private final HealthChecker health;
    private final Secrets secrets;
    private Map<String, WorkingPool> working = Map.of();

    Pools(Consumer<PoolEvent> events, HealthChecker health, Secrets secrets) {
        this.events = events;
        this.health = health;
        this.secrets = secrets;
    }

    /**
     * Makes them as a configuration says. A pool whose configuration is the same stays as it is; of any other, exchanges under way
     * see nothing.
     *
     * @param news what is known of backends that are in no pool yet
     * @throws UncheckedIOException when a secret cannot be had, and nothing was changed
     */
    Map<String, Steered> take(LbConfig config, News news) {
        Map<String, Sessions> sessions = sessions(config);
        Map<String, WorkingPool> next = new LinkedHashMap<>();
        config.pools().forEach((name, pool) -> {
            WorkingPool before = working.get(name);
            next.put(
                    name,
                    before == null
                            ? begin(pool, sessions.get(name), news)
                            : change(before, pool, sessions.get(name), news));
        });
        working.forEach((name, before) -> {
            if (!next.containsKey(name)) {
                end(before);
            }
        });
        working = next;
        return steered();
    }

    /** By name, in the order of the configuration. */
    Map<String, Steered> steered() {
        Map<String, Steered> steered = new LinkedHashMap<>();
        working.forEach((name, pool) -> steered.put(name, pool.steered()));
        return steered;
    }

    Map<String, Destination> destinations() {
        return working.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, pool -> pool.getValue().destination()));
    }

    /** Of the pools that keep any; those whose words are the same as before go on. */
    private Map<String, Sessions> sessions(LbConfig config) {
        Map<String, Sessions> sessions = new HashMap<>();
        config.pools().forEach((name, pool) -> {
            WorkingPool before = working.get(name);
            StickyConfig sticky = pool.balance().sticky();
            Sessions next = before != null && Objects.equals(before.sticky(), sticky)
                    ? before.sessions()
                    : secrets.sessions(pool);
            if (next != null) {
                sessions.put(name, next);
            }
        });
        return sessions;
    }

    private WorkingPool begin(PoolConfig config, @Nullable Sessions sessions, News news) {
        Pool pool = new Pool(
                config.name(),
                Membership.of(config),
                new PanicRule(config.fitness().panic()),
                events);
        news.tell(pool);
        watch(pool, config);
        return WorkingPool.begin(config, pool, algorithm(config), sessions);
    }

    private WorkingPool change(WorkingPool before, PoolConfig config, @Nullable Sessions sessions, News news) {
        Steered was = before.steered();
        if (was.config().equals(config)) {
            return before;
        }
        before.end();
        Pool pool = was.pool();
        new Membership(was.config(), config).change(pool);
        pool.panicBy(new PanicRule(config.fitness().panic()));
        news.tell(pool);
        watch(pool, config);
        boolean sameManner = was.config().algorithm() == config.algorithm()
                && was.config().balance().hash().equals(config.balance().hash());
        return before.next(config, sameManner ? was.selection().algorithm() : algorithm(config), sessions);
    }

    private void watch(Pool pool, PoolConfig config) {
        health.startSlowly(pool, config.balance().slowStart());
        health.watch(pool, config.fitness());
    }

    private void end(WorkingPool before) {
        before.end();
        health.forget(before.steered().pool());
    }

    private static Algorithm algorithm(PoolConfig config) {
        return Algorithms.create(config.algorithm(), config.balance().hash());
    }
}
