package dev.lbctl.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of backends that serve the same thing.
 *
 * @param run the nodes the launcher starts for this pool; null when it starts none
 * @param backends servers that run already
 */
public record PoolConfig(
        String name,
        AlgorithmKind algorithm,
        @Nullable NodeConfig run,
        List<BackendConfig> backends,
        HealthConfig health,
        RetryConfig retry,
        TimeoutConfig timeouts) {}
