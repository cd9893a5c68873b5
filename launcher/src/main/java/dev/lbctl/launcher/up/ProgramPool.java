package dev.lbctl.launcher.up;

import dev.lbctl.config.CareConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.file.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pool with a program of one's own, and else as by default.
 *
 * @param ready the path that a copy answers when it is ready and fit; null when a connection is proof enough
 */
record ProgramPool(
        String name,
        ProgramConfig.Command command,
        int copies,
        boolean traffic,
        List<Path> watch,
        @Nullable String ready) {
    /** The pool that all requests go to when no route says otherwise. */
    static final String DEFAULT = "default";

    /** A cluster of these pools alone; every path is for the programs. */
    static LbConfig alone(Map<String, PoolConfig> pools) {
        LbConfig base = ConfigFile.defaults();
        return base.withPools(pools).withListener(base.listener().withoutAdminPaths());
    }

    PoolConfig config() {
        PoolConfig base = Objects.requireNonNull(ConfigFile.defaults().pools().get(DEFAULT));
        NodeConfig samples = Objects.requireNonNull(base.run());
        CareConfig usual = samples.care();
        CareConfig care =
                new CareConfig(new ReadyConfig(ready, usual.ready().timeout()), usual.stop(), usual.restart());
        ProbeConfig probe = base.health().probe();
        return base.called(name)
                .withProbe(ready == null ? probe.connectOnly() : probe.at(ready))
                .withServers(new NodeConfig(command, copies, samples.firstPort(), traffic, watch, care), List.of());
    }
}
