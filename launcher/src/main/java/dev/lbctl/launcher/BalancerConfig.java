package dev.lbctl.launcher;

import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the balancer is started with: the cluster's configuration with the launcher's servers among the backends. */
record BalancerConfig(LbConfig config, RunDirectory directory) {

    /**
     * Puts it into the run directory.
     *
     * @throws UncheckedIOException when that cannot be written to
     */
    void write(List<NodeSpec> members) {
        try {
            directory.writeBalancerConfig(ConfigFile.write(with(members)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.balancerConfig(), e);
        }
    }

    LbConfig with(List<NodeSpec> members) {
        Map<String, PoolConfig> pools = new LinkedHashMap<>();
        config.pools().values().stream()
                .filter(PoolConfig::takesTraffic)
                .forEach(pool -> pools.put(pool.name(), with(pool, members)));
        return new LbConfig(config.listener(), config.admin(), config.management(), pools, config.routes());
    }

    private static PoolConfig with(PoolConfig pool, List<NodeSpec> members) {
        Stream<BackendConfig> own = members.stream()
                .filter(member -> pool.name().equals(member.pool()))
                .map(member -> new BackendConfig(member.name(), member.address()));
        return pool.withServers(
                null, Stream.concat(pool.backends().stream(), own).toList());
    }
}
