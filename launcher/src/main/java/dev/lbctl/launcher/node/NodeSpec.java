package dev.lbctl.launcher.node;

import dev.lbctl.config.Address;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.StopConfig;
import dev.lbctl.launcher.process.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run one node.
 *
 * @param pool the pool a server or worker belongs to; null for the balancer
 * @param program in the words of its command {@code {port}}, {@code {name}} and {@code {index}} stand for the node's own
 * @param address where it serves; a server's port may move when somebody else has taken it
 * @param health answers as soon as the node is ready
 */
public record NodeSpec(
        String name, NodeRole role, @Nullable String pool, Program program, Address address, Health health, Care care) {

    /** By this a sample server is told where faults are written. */
    public static final String FAULT_FILE = "--fault-file";

    /**
     * Where to ask whether it is ready.
     *
     * @param address null means where it serves
     * @param path answered with 200–399 when it is; null when a connection is proof enough
     * @param startTimeout how long it may take to answer
     */
    public record Health(
            @Nullable Address address, @Nullable String path, Duration startTimeout) {}

    /**
     * How it is asked to end, and whether it is started again when it ended unasked.
     *
     * @param warmUp how long it has less than its share of traffic when it is back
     */
    public record Care(StopConfig stop, RestartPolicy restart, Duration warmUp) {
        /** SIGTERM, after 10 s SIGKILL; always started again, with all of its traffic. */
        public static final Care USUAL = new Care(
                new StopConfig(StopConfig.Signal.TERM, Duration.ofSeconds(10)), RestartPolicy.ALWAYS, Duration.ZERO);
    }

    /** Whether it looks into its file for faults to have. */
    public boolean takesFaults() {
        return program.command().contains(FAULT_FILE);
    }

    public boolean isBalancer() {
        return role == NodeRole.BALANCER;
    }

    /** Where its output goes. */
    public Path log() {
        return program.log();
    }

    /** The program with the port, the name and the number filled in, which its environment has as well. */
    public Program toRun() {
        Map<String, String> own = Map.of("port", port(), "name", name, "index", number());
        List<String> command =
                program.command().stream().map(word -> filled(word, own)).toList();
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putAll(Map.of("PORT", port(), "LBCTL_NODE", name, "LBCTL_INDEX", number()));
        return new Program(command, program.directory(), environment, program.log());
    }

    /**
     * What is asked whether it is ready: {@code http}, {@code tcp} for a mere connection, {@code process} for a worker, that is
     * ready when it goes on running.
     */
    public URI healthUri() {
        if (role == NodeRole.WORKER) {
            return URI.create("process:" + name);
        }
        Address asked = health.address() == null ? address : health.address();
        return URI.create(health.path() == null ? "tcp://" + asked : asked.url() + health.path());
    }

    public NodeSpec at(Address moved) {
        return new NodeSpec(name, role, pool, program, moved, health, care);
    }

    /** The same of another name, writing to a log of its own. */
    public NodeSpec called(String other) {
        Path otherLog = log().resolveSibling(other + ".log");
        return new NodeSpec(other, role, pool, program.writingTo(otherLog), address, health, care);
    }

    /** The number at the end of its name; 0 when there is none. */
    public int index() {
        String number = name.substring(name.lastIndexOf('-') + 1);
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    private String port() {
        return Integer.toString(address.port());
    }

    private String number() {
        return Integer.toString(index());
    }

    private static String filled(String word, Map<String, String> own) {
        String filled = word;
        for (Map.Entry<String, String> each : own.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }
}
