package dev.lbctl.balancer;

import dev.lbctl.balancer.algorithm.Algorithm;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PanicRule;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pools that a configuration makes, each with its picker, and followed by the counters. */
final class Pools {

    private Pools() {}

    /** By name, in the order of the configuration. */
    static Map<String, Steered> of(LbConfig config, Secrets secrets, Consumer<PoolEvent> events, Metrics metrics) {
        Map<String, Steered> pools = new LinkedHashMap<>();
        config.pools().forEach((name, pool) -> pools.put(name, steered(pool, secrets.sessions(pool), events, metrics)));
        return pools;
    }

    private static Steered steered(
            PoolConfig config, @Nullable Sessions sessions, Consumer<PoolEvent> events, Metrics metrics) {
        Pool pool = new Pool(
                config.name(), backends(config), new PanicRule(config.fitness().panic()), events);
        pool.watch(snapshot -> metrics.follow(
                snapshot.pool(), snapshot.members().stream().map(Member::name).collect(Collectors.toSet())));
        Algorithm algorithm =
                Algorithms.create(config.algorithm(), config.balance().hash());
        return new Steered(config, pool, new Selection(pool, algorithm, sessions).begin());
    }

    private static Map<Backend, Weight> backends(PoolConfig config) {
        Map<Backend, Weight> backends = new LinkedHashMap<>();
        config.backends().forEach(backend -> {
            Address address = backend.address();
            backends.put(new Backend(backend.name(), address.host(), address.port()), Weight.of(backend.weight()));
        });
        return backends;
    }
}
