package dev.lbctl.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of backends that serve the same thing.
 *
 * @param balance what stands in the file as the pool's {@code algorithm}, {@code hash} and {@code slow_start}
 * @param run the nodes the launcher starts for this pool; null when it starts none
 * @param backends servers that run already
 * @param fitness what stands in the file as the pool's {@code health}, {@code ejection} and {@code panic}
 * @param traffic what stands in the file as the pool's {@code retry}, {@code timeouts}, {@code connections}, {@code queue} and
 *     {@code host}
 */
public record PoolConfig(
        String name,
        BalanceConfig balance,
        @Nullable NodeConfig run,
        List<BackendConfig> backends,
        FitnessConfig fitness,
        TrafficConfig traffic) {

    /** Whether the launcher starts sample servers for it. */
    public boolean isSample() {
        return run != null && run.isSample();
    }

    /** Whether the balancer has it; otherwise its nodes are merely kept running. */
    public boolean takesTraffic() {
        return run == null || run.traffic();
    }

    public AlgorithmKind algorithm() {
        return balance.algorithm();
    }

    public HealthConfig health() {
        return fitness.health();
    }

    public RetryConfig retry() {
        return traffic.retry();
    }

    public TimeoutConfig timeouts() {
        return traffic.timeouts();
    }

    public PoolConfig withServers(@Nullable NodeConfig newRun, List<BackendConfig> newBackends) {
        return new PoolConfig(name, balance, newRun, newBackends, fitness, traffic);
    }

    public PoolConfig withBalance(BalanceConfig newBalance) {
        return new PoolConfig(name, newBalance, run, backends, fitness, traffic);
    }

    public PoolConfig called(String newName) {
        return new PoolConfig(newName, balance, run, backends, fitness, traffic);
    }

    public PoolConfig withProbe(ProbeConfig probe) {
        return new PoolConfig(name, balance, run, backends, fitness.withHealth(health().with(probe)), traffic);
    }
}
