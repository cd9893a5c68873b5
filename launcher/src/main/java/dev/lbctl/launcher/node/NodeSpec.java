package dev.lbctl.launcher.node;

import dev.lbctl.config.Address;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run one node.
 *
 * @param pool the pool a server belongs to; null for the balancer
 * @param command program and arguments; {@code $PORT} in them stands for the address's port
 * @param address where it serves; a server's port may move when somebody else has taken it
 * @param health answers with 200–399 as soon as the node is ready
 * @param log where its output goes
 */
public record NodeSpec(
        String name,
        NodeRole role,
        @Nullable String pool,
        List<String> command,
        Address address,
        Health health,
        Path log) {
    private static final String PORT = "$PORT";

    /**
     * Where to ask whether it is ready.
     *
     * @param address null means where it serves
     * @param startTimeout how long it may take to answer
     */
    public record Health(@Nullable Address address, String path, Duration startTimeout) {}

    public boolean isBalancer() {
        return role == NodeRole.BALANCER;
    }

    /** The command with the port filled in. */
    public List<String> commandLine() {
        String port = Integer.toString(address.port());
        return command.stream().map(word -> word.replace(PORT, port)).toList();
    }

    /** What the node's environment has beyond ours. */
    public Map<String, String> environment() {
        return Map.of("PORT", Integer.toString(address.port()));
    }

    public URI healthUri() {
        Address asked = health.address() == null ? address : health.address();
        return URI.create(asked.url() + health.path());
    }

    public NodeSpec at(Address moved) {
        return new NodeSpec(name, role, pool, command, moved, health, log);
    }
}
