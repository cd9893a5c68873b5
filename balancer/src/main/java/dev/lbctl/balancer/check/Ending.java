package dev.lbctl.balancer.check;

import dev.lbctl.balancer.probe.Probe.Result;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The result of one check: the first that is reached, or, when time is up, that it is late. Owner: the probe loop's thread. */
final class Ending {
    static final String NO_CONNECTION = "no connection";

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final Future<?> timer;

    /** @param missing what there still is none of, when it is late */
    Ending(EventLoop loop, Duration timeout, Supplier<String> missing) {
        this.timer = loop.schedule(
                () -> reach(new Result.Failed(missing.get() + " within " + timeout.toMillis() + " ms", false)),
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    void reach(Result reached) {
        timer.cancel(false);
        result.complete(reached);
    }

    boolean isReached() {
        return result.isDone();
    }

    CompletableFuture<Result> result() {
        return result;
    }
}
