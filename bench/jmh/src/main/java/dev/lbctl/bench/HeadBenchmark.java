package dev.lbctl.bench;

import dev.lbctl.balancer.header.RequestHeader;
import dev.lbctl.balancer.header.ResponseHeader;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.http.Progress;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to read heads, to tell where their messages end, and to write them anew. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class HeadBenchmark {

    /** A client's request, from its bytes to its head with one meaning. */
    @Benchmark
    public Progress readRequest(Heads heads) {
        return heads.requests.read(heads.asked.readerIndex(0));
    }

    /** A backend's answer. */
    @Benchmark
    public Progress readResponse(Heads heads) {
        return heads.responses.read(heads.answered.readerIndex(0), "GET");
    }

    /** The request as its backend gets it. */
    @Benchmark
    public ByteBuf writeRequest(Heads heads) {
        ByteBuf out = heads.out.clear();
        RequestHeader.write(out, heads.request(), "here", Rewrite.NONE);
        return out;
    }

    /** The answer as the client gets it. */
    @Benchmark
    public ByteBuf writeResponse(Heads heads) {
        ByteBuf out = heads.out.clear();
        ResponseHeader.write(out, heads.responses.head(), heads.terms());
        return out;
    }
}
