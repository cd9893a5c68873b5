package dev.lbctl.balancer;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.config.Address;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.PoolConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a pool's members with its configuration. Whoever is listed as before is let alone, be it there or not, and so
 * is whoever joined without being listed.
 */
record Membership(PoolConfig before, PoolConfig after) {
    private static final String CAUSE = "by the new configuration,";

    /** The members that a pool begins with. */
    static Map<Backend, Weight> of(PoolConfig config) {
        Map<Backend, Weight> backends = new LinkedHashMap<>();
        config.backends().forEach(each -> backends.put(backend(each), Weight.of(each.weight())));
        return backends;
    }

    static Backend backend(BackendConfig config) {
        Address address = config.address();
        return new Backend(config.name(), address.host(), address.port());
    }

    /** Those that the pool is to have and has not, or has elsewhere. */
    List<Backend> fresh(Pool pool) {
        return listedAnew().stream()
                .map(Membership::backend)
                .filter(backend -> !has(pool, backend))
                .toList();
    }

    void change(Pool pool) {
        for (BackendConfig each : listedAnew()) {
            Backend backend = backend(each);
            if (has(pool, backend)) {
                pool.weigh(each.name(), each.weight(), "by the new configuration");
            } else {
                pool.join(backend, Duty.READY, each.weight(), CAUSE);
            }
        }
        before.backends().stream()
                .map(BackendConfig::name)
                .filter(name -> listed(after, name) == null)
                .forEach(name -> pool.leave(name, "not in the new configuration"));
    }

    private List<BackendConfig> listedAnew() {
        return after.backends().stream()
                .filter(each -> !Objects.equals(each, listed(before, each.name())))
                .toList();
    }

    private static boolean has(Pool pool, Backend backend) {
        return pool.snapshot()
                .member(backend.name())
                .filter(member -> member.backend().equals(backend))
                .isPresent();
    }

    private static @Nullable BackendConfig listed(PoolConfig config, String name) {
        return config.backends().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
