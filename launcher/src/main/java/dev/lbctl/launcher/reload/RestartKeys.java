package dev.lbctl.launcher.reload;

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
        keys.compare(
                "listener.address", now.listener().address(), next.listener().address());
        keys.compare(
                "listener.transport",
                now.listener().socket().transport(),
                next.listener().socket().transport());
        keys.compare(
                "listener.admin_paths",
                now.listener().adminPaths(),
                next.listener().adminPaths());
        keys.compare("admin.address", now.admin().address(), next.admin().address());
        keys.compare(
                "management.address",
                now.management().address(),
                next.management().address());
        next.pools().values().forEach(pool -> keys.compareTraffic(now.pools().get(pool.name()), pool));
        return List.copyOf(keys.problems);
    }

    private void compareTraffic(@Nullable PoolConfig now, PoolConfig next) {
        NodeConfig had = now == null ? null : now.run();
        NodeConfig has = next.run();
        if (had != null && has != null) {
            compare("pools." + next.name() + ".run.traffic", had.traffic(), has.traffic());
        }
    }

    private void compare(String key, Object now, Object next) {
        if (!now.equals(next)) {
            Origin origin = origins.getOrDefault(key, new Origin(file, 0, 0));
            problems.add(new ConfigProblem(
                    origin.source(),
                    origin.line(),
                    origin.column(),
                    key + " cannot change from " + now + " to " + next + " while the cluster runs",
                    "write " + key + ": " + now + RESTART));
        }
    }
}
