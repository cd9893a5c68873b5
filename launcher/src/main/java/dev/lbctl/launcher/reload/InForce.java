package dev.lbctl.launcher.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.spec.BalancerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The configuration that a cluster goes by. Any thread may read it; a reload alone replaces it. */
public final class InForce {
    private final LbConfig settled;
    private final RunDirectory directory;
    private volatile LbConfig config;

    /**
     * What the cluster starts with.
     *
     * @param settled the same with the addresses that came of it, which stay
     */
    public InForce(LbConfig config, LbConfig settled, RunDirectory directory) {
        this.config = config;
        this.settled = settled;
        this.directory = directory;
    }

    LbConfig config() {
        return config;
    }

    void take(LbConfig next) {
        config = next;
    }

    /** Any configuration with this cluster's addresses. */
    LbConfig settle(LbConfig any) {
        return new LbConfig(
                any.listener().withAddress(settled.listener().address()),
                settled.admin(),
                any.management().at(settled.management().address()),
                any.pools(),
                any.routes());
    }

    /**
     * Puts what the balancer is started with into the run directory.
     *
     * @throws UncheckedIOException when that cannot be written to
     */
    public void write(List<NodeSpec> members) {
        try {
            directory.writeBalancerConfig(ConfigFile.write(BalancerConfig.of(settle(config), members)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.balancerConfig(), e);
        }
    }
}
