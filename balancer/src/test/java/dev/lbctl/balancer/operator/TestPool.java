package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.PoolConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One balancer's life: its pool {@code default}, its operator, and what both told. */
final class TestPool {
    final List<PoolEvent> poolEvents = new ArrayList<>();
    final List<OperatorEvent> events = new ArrayList<>();
    final Pool pool;
    final Operator operator;
    private final Selection selection;

    /** Starts with what the file has. */
    TestPool(PoolConfig config, @Nullable Path file, TestClock clock) {
        this.pool = new Pool("default", members(config), poolEvents::add);
        this.selection = new Selection(pool, Algorithms.create(config.algorithm())).begin();
        this.operator = new Operator(
                Map.of("default", new Steered(config, pool, selection)), new OverridesFile(file), events::add, clock);
        operator.restore();
    }

    static PoolConfig config(AlgorithmKind algorithm, BackendConfig... backends) {
        PoolConfig shipped = TestConfig.POOL;
        BalanceConfig balance = new BalanceConfig(
                algorithm, shipped.balance().hash(), shipped.balance().slowStart(), null);
        return new PoolConfig("default", balance, null, List.of(backends), shipped.fitness(), shipped.traffic());
    }

    static Backend backend(BackendConfig config) {
        return new Backend(
                config.name(), config.address().host(), config.address().port());
    }

    void change(String backend, Change change) {
        operator.change("default", backend, change);
    }

    /** By which the pool balances. */
    AlgorithmKind algorithm() {
        return selection.kind();
    }

    Member member(String name) {
        return pool.snapshot().member(name).orElseThrow();
    }

    private static Map<Backend, Weight> members(PoolConfig config) {
        return config.backends().stream()
                .collect(Collectors.toMap(TestPool::backend, backend -> Weight.of(backend.weight())));
    }
}
