package dev.lbctl.launcher;

import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The nodes a configuration asks for: the balancer, and {@code server-1} onwards through all pools that run servers. */
final class NodeSpecs {
    static final String BALANCER = "balancer";

    private static final String SERVER_HOST = "127.0.0.1";
    /** Long enough for a machine that has much else to do; a program that dies is noticed at once. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final LbConfig config;
    private final RunDirectory directory;
    private final Remains remains;
    private final List<NodeSpec> specs = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    private NodeSpecs(LbConfig config, RunDirectory directory, Remains remains) {
        this.config = config;
        this.directory = directory;
        this.remains = remains;
    }

    /** Servers that still run keep their addresses, and are all kept, also beyond the number asked for. */
    static List<NodeSpec> of(LbConfig config, RunDirectory directory, Remains remains) throws StartRefused {
        return new NodeSpecs(config, directory, remains).all();
    }

    private List<NodeSpec> all() throws StartRefused {
        taken.add(config.listener().address().port());
        taken.add(config.admin().address().port());
        taken.add(config.management().address().port());
        remains.addresses().values().forEach(address -> taken.add(address.port()));
        specs.add(balancer());
        for (PoolConfig pool : config.pools().values()) {
            NodeConfig run = pool.run();
            for (int i = 0; run != null && i < run.sample(); i++) {
                specs.add(server("server-" + specs.size(), pool, run.firstPort() + i));
            }
        }
        addSurplus();
        return List.copyOf(specs);
    }

    private void addSurplus() throws StartRefused {
        Set<String> planned = new HashSet<>();
        specs.forEach(spec -> planned.add(spec.name()));
        PoolConfig pool = config.pools().values().iterator().next();
        for (String survivor : remains.survivors().keySet()) {
            if (!planned.contains(survivor)) {
                specs.add(server(survivor, pool, 0));
            }
        }
    }

    /** Ready once it listens: without a single backend up it is still in good order, and not to be started again. */
    private NodeSpec balancer() {
        return new NodeSpec(
                BALANCER,
                NodeRole.BALANCER,
                null,
                JavaCommand.balancer(directory),
                config.listener().address(),
                new NodeSpec.Health(config.admin().address(), "/startedz", START_TIMEOUT),
                directory.log(BALANCER).path());
    }

    private NodeSpec server(String name, PoolConfig pool, int wantedPort) throws StartRefused {
        Address address = remains.addresses().get(name);
        return new NodeSpec(
                name,
                NodeRole.SERVER,
                pool.name(),
                JavaCommand.sampleServer(name),
                address == null ? freeAddress(name, wantedPort) : address,
                new NodeSpec.Health(null, pool.health().probe().path(), START_TIMEOUT),
                directory.log(name).path());
    }

    private Address freeAddress(String name, int wantedPort) throws StartRefused {
        Address found = PortPicker.nextFree(new Address(SERVER_HOST, wantedPort), taken)
                .orElseThrow(() -> new StartRefused(
                        "no port is free for " + name + " from " + wantedPort + " upwards",
                        "write a lower pools.*.run.first_port in the configuration"));
        taken.add(found.port());
        return found;
    }
}
