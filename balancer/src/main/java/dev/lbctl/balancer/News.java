package dev.lbctl.balancer;

import dev.lbctl.balancer.health.HealthChecker;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a first look found out about the backends that a configuration brings into pools, so that they are up there from the
 * moment on that they are there.
 *
 * @param found by the pool's name
 */
record News(Map<String, Map<Backend, Probe.Result>> found) {
    static final News NONE = new News(Map.of());

    /** Looks, and waits for it. */
    static News gather(LbConfig next, Map<String, Steered> pools, HealthChecker health) {
        Map<String, CompletableFuture<Map<Backend, Probe.Result>>> looks = new HashMap<>();
        next.pools()
                .forEach((name, config) ->
                        looks.put(name, health.look(fresh(config, pools.get(name)), config.health())));
        Map<String, Map<Backend, Probe.Result>> found = new HashMap<>();
        looks.forEach((name, look) -> found.put(name, look.join()));
        return new News(found);
    }

    private static Collection<Backend> fresh(PoolConfig config, @Nullable Steered present) {
        return present == null
                ? Membership.of(config).keySet()
                : new Membership(present.config(), config).fresh(present.pool());
    }

    /** Has those up in the pool that passed. */
    void tell(Pool pool) {
        found.getOrDefault(pool.name(), Map.of()).forEach((backend, result) -> {
            if (result instanceof Probe.Result.Passed passed) {
                pool.report(backend, Health.UP, passed.words());
            }
        });
    }

    /** What is to be said of those that did not, one sentence each. */
    List<String> notes() {
        return found.entrySet().stream()
                .flatMap(pool -> pool.getValue().entrySet().stream()
                        .filter(each -> each.getValue() instanceof Probe.Result.Failed)
                        .map(each -> each.getKey().name() + " of the pool " + pool.getKey() + " gets no traffic yet: "
                                + each.getValue().words()))
                .sorted()
                .toList();
    }
}
