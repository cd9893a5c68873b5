package dev.lbctl.launcher.reload;

import dev.lbctl.balancer.reload.FixedKey;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.yaml.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that are read once, when a cluster starts. Pure. */
final class RestartKeys {
    private static final String RESTART = ", or restart the cluster: lbctl down, then lbctl up";

    private final String file;
    private final Map<String, Origin> origins;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private RestartKeys(String file, Map<String, Origin> origins) {
        this.file = file;
        this.origins = origins;
    }

    /**
     * A problem for each that would be changed.
     *
     * @param file what was read, in words for a person
     */
    static List<ConfigProblem> problems(LbConfig now, ConfigResult.Valid read, String file) {
        RestartKeys keys = new RestartKeys(file, read.origins());
        LbConfig next = read.config();
        FixedKey.changed(now, next).forEach(keys::refuse);
        next.pools().values().forEach(pool -> keys.compareTraffic(now.pools().get(pool.name()), pool));
        return List.copyOf(keys.problems);
    }

    private void compareTraffic(@Nullable PoolConfig now, PoolConfig next) {
        NodeConfig had = now == null ? null : now.run();
        NodeConfig has = next.run();
        if (had != null && has != null) {
            FixedKey traffic = new FixedKey("pools." + next.name() + ".run.traffic", had.traffic(), has.traffic());
            if (traffic.isChanged()) {
                refuse(traffic);
            }
        }
    }

    private void refuse(FixedKey key) {
        Origin origin = origins.getOrDefault(key.name(), new Origin(file, 0, 0));
        problems.add(new ConfigProblem(
                origin.source(),
                origin.line(),
                origin.column(),
                key.name() + " cannot change from " + key.now() + " to " + key.next() + " while the cluster runs",
                "write " + key.name() + ": " + key.now() + RESTART));
    }
}
