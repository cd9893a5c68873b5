package dev.lbctl.balancer.upstream;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says that this machine has no sockets left, at most once in five seconds. Owner: an event loop. */
final class Shortage {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<String> log;
    private long untold;
    private long quietUntilNanos;

    /** @param nowNanos of a clock whose origin is arbitrary */
    Shortage(Consumer<String> log, long nowNanos) {
        this.log = log;
        this.quietUntilNanos = nowNanos;
    }

    /** One more connection could not be opened. */
    void met(String detail, long nowNanos) {
        untold++;
        if (nowNanos - quietUntilNanos >= 0) {
            log.accept("no socket for a connection to a backend: " + detail + " (" + untold
                    + " times since this was last said); allow the balancer more open files, or more local ports");
            untold = 0;
            quietUntilNanos = nowNanos + SILENCE_NANOS;
        }
    }
}
