package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Phases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down of an exchange on its way. Owner: the exchange. */
final class Journal {
    private final Instant started;
    private final LoopTime time;
    private final long startedNanos;
    private long bytesIn;
    private long bytesOut;
    private long queueNanos = Phases.NONE;
    private long connectNanos = Phases.NONE;
    private long firstByteNanos = Phases.NONE;

    Journal(Instant started, LoopTime time) {
        this.started = started;
        this.time = time;
        this.startedNanos = time.nanos();
    }

    Instant started() {
        return started;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Bytes of the request's body were read. */
    void received(int bytes) {
        bytesIn += bytes;
    }

    long bytesIn() {
        return bytesIn;
    }

    /** Bytes of the answer's body were handed over. */
    void sent(int bytes) {
        bytesOut += bytes;
    }

    void waited(long nanos) {
        queueNanos = Math.max(queueNanos, 0) + nanos;
    }

    /** In all so far. */
    long waitedNanos() {
        return Math.max(queueNanos, 0);
    }

    void connected(long nanos) {
        connectNanos = nanos;
    }

    void answered() {
        firstByteNanos = elapsed();
    }

    Phases phases() {
        return new Phases(queueNanos, connectNanos, firstByteNanos, elapsed());
    }

    Answered answered(int status, @Nullable String cause) {
        return new Answered(status, bytesIn, bytesOut, cause);
    }

    private long elapsed() {
        return time.nanos() - startedNanos;
    }
}
