package dev.lbctl.bench;

import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Picker;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A pool whose members are all up, shared by the threads of a run. */
@State(Scope.Benchmark)
public class BusyPool {
    /** Without values, JMH runs every constant. */
    @Param
    public AlgorithmKind algorithm = AlgorithmKind.ROUND_ROBIN;

    @Param({"3", "100", "1000"})
    public int members;

    private Selection selection = select();

    /** Makes the pool of this run. */
    @Setup
    public void fill() {
        selection = select();
    }

    Picker picker() {
        return selection.current();
    }

    private Selection select() {
        List<Backend> backends = IntStream.rangeClosed(1, members)
                .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", i))
                .toList();
        Pool pool = new Pool("bench", backends, event -> {});
        backends.forEach(backend -> pool.report(backend, Health.UP, "bench"));
        return new Selection(pool, Algorithms.create(algorithm)).begin();
    }
}
