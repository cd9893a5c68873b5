package dev.lbctl.launcher.spec;

import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.launcher.node.NodeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the balancer goes by: the cluster's configuration with the launcher's servers among the backends. */
public final class BalancerConfig {

    private BalancerConfig() {}

    /** With these servers, each in its pool; one of a pool that takes no traffic is left out. */
    public static LbConfig of(LbConfig config, List<NodeSpec> members) {
        Map<String, PoolConfig> pools = new LinkedHashMap<>();
        config.pools().values().stream()
                .filter(PoolConfig::takesTraffic)
                .forEach(pool -> pools.put(pool.name(), with(pool, members)));
        return config.withPools(pools);
    }

    private static PoolConfig with(PoolConfig pool, List<NodeSpec> members) {
        Stream<BackendConfig> own = members.stream()
                .filter(member -> pool.name().equals(member.pool()))
                .map(member -> new BackendConfig(member.name(), member.address()));
        return pool.withServers(
                null, Stream.concat(pool.backends().stream(), own).toList());
    }
}
