package dev.lbctl.launcher.spec;

import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.process.Program;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nodes a configuration asks for: the balancer, and the servers of each pool that runs some, numbered from 1 on. */
public final class NodeSpecs {
    public static final String BALANCER = "balancer";

    private static final String SERVER_HOST = "127.0.0.1";
    /** Long enough for a machine that has much else to do; a balancer that dies is noticed at once. */
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

    /** Servers of its pools that still run keep their addresses, and are all kept, also beyond the number asked for. */
    public static List<NodeSpec> of(LbConfig config, RunDirectory directory, Remains remains) throws StartRefused {
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
            if (run != null) {
                addServers(pool, run);
            }
        }
        return List.copyOf(specs);
    }

    private void addServers(PoolConfig pool, NodeConfig run) throws StartRefused {
        int copies = remains.copies().getOrDefault(pool.name(), run.copies());
        Stream<String> asked = IntStream.rangeClosed(1, Math.max(1, copies))
                .mapToObj(index -> NodeConfig.nodeName(pool.name(), index));
        Stream<String> surplus = remains.survivors().keySet().stream().filter(name -> isOf(pool.name(), name));
        for (Path watched : run.watch()) {
            if (Files.notExists(watched)) {
                throw new StartRefused(
                        "pool " + pool.name() + " is to be watched in " + watched + ", and there is no such file",
                        "make it, or take it out of watch");
            }
        }
        Program program = Programs.of(pool.name(), run.program(), directory);
        for (String name : Stream.concat(asked, surplus).distinct().toList()) {
            specs.add(server(name, pool, run, program));
        }
    }

    /** Whether a node of the pool has this name, or might have. */
    public static boolean isOf(String pool, String node) {
        String number = node.substring(node.lastIndexOf('-') + 1);
        return number.matches("[1-9][0-9]{0,8}")
                && NodeConfig.nodeName(pool, Integer.parseInt(number)).equals(node);
    }

    /** Ready once it listens: without a single backend up it is still in good order, and not to be started again. */
    private NodeSpec balancer() {
        return new NodeSpec(
                BALANCER,
                NodeRole.BALANCER,
                null,
                new Program(
                        JavaCommand.balancer(directory),
                        null,
                        Map.of(),
                        directory.log(BALANCER).path()),
                config.listener().address(),
                new NodeSpec.Health(config.admin().address(), "/startedz", START_TIMEOUT),
                NodeSpec.Care.USUAL);
    }

    private NodeSpec server(String name, PoolConfig pool, NodeConfig run, Program program) throws StartRefused {
        Address address = remains.addresses().get(name);
        ReadyConfig ready = run.care().ready();
        return new NodeSpec(
                name,
                run.traffic() ? NodeRole.SERVER : NodeRole.WORKER,
                pool.name(),
                program.writingTo(directory.log(name).path()),
                address == null ? freeAddress(name, run.firstPort()) : address,
                new NodeSpec.Health(null, ready.http(), ready.timeout()),
                new NodeSpec.Care(
                        run.care().stop(), run.care().restart(), pool.balance().slowStart()));
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
