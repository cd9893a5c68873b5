package dev.lbctl.bench;

import dev.lbctl.balancer.pool.Member;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What picking costs while four attempts a member are under way. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PickerBenchmark {

    /** The pick alone: what is under way stays as it is. */
    @Benchmark
    public Member pick(BusyPool pool, EventLoop loop) {
        return loop.pick(pool);
    }

    /** A pick and all that an attempt tells its member's load: that it begins, has an answer, ends. */
    @Benchmark
    public void attempt(BusyPool pool, EventLoop loop) {
        loop.begin(pool);
        loop.endOldest();
    }
}
