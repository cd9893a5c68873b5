package dev.lbctl.balancer.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys that are read once, when the balancer starts. Pure. */
final class FixedKeys {
    private final List<ConfigProblem> problems = new ArrayList<>();

    private FixedKeys() {}

    /** A problem for each that would be changed. */
    static List<ConfigProblem> problems(LbConfig now, LbConfig next) {
        FixedKeys keys = new FixedKeys();
        FixedKey.changed(now, next).forEach(keys::refuse);
        next.pools().values().forEach(pool -> keys.compareRun(now.pools().get(pool.name()), pool));
        return keys.problems;
    }

    private void refuse(FixedKey key) {
        add(
                key.name() + " cannot change from " + key.now() + " to " + key.next() + " while the balancer runs",
                "write " + key.name() + ": " + key.now() + ", or restart the balancer with this configuration");
    }

    private void compareRun(@Nullable PoolConfig now, PoolConfig next) {
        NodeConfig had = now == null ? null : now.run();
        if (!Objects.equals(had, next.run())) {
            add(
                    "pools." + next.name() + ".run: servers are started by the launcher, not by the balancer",
                    had == null
                            ? "list the servers of the pool " + next.name() + " under backends"
                            : "leave it as it is");
        }
    }

    private void add(String what, String fix) {
        problems.add(new ConfigProblem("the configuration", 0, 0, what, fix));
    }
}
