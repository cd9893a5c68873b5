package dev.lbctl.bench;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it would cost to find the least loaded member by looking at all of them, the way that was not taken. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ScanBenchmark {
    @Param({"3", "100", "1000"})
    public int members;

    private Member[] all = {};
    private AtomicIntegerArray loads = new AtomicIntegerArray(0);

    /** Members with four or five requests under way. */
    @Setup
    public void fill() {
        List<Backend> backends = IntStream.range(0, members)
                .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", 1 + i))
                .toList();
        all = new Pool("bench", backends, event -> {}).snapshot().members().toArray(Member[]::new);
        loads = new AtomicIntegerArray(members);
        for (int i = 0; i < members; i++) {
            for (int begun = 0; begun < 4 + i % 2; begun++) {
                all[i].load().begin();
            }
            loads.set(i, all[i].load().inFlight());
        }
    }

    /** Through the members, by in flight / weight. */
    @Benchmark
    public int members() {
        int least = 0;
        double lowest = Double.MAX_VALUE;
        for (int i = 0; i < all.length; i++) {
            double score = (double) all[i].load().inFlight() / all[i].weight().share();
            if (score < lowest) {
                lowest = score;
                least = i;
            }
        }
        return least;
    }

    /** Through an array that holds what each has in flight. */
    @Benchmark
    public int array() {
        int least = 0;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < loads.length(); i++) {
            int inFlight = loads.get(i);
            if (inFlight < lowest) {
                lowest = inFlight;
                least = i;
            }
        }
        return least;
    }
}
