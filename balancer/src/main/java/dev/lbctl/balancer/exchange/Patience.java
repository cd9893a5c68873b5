package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TimeoutConfig;
import java.util.concurrent.TimeUnit;

/** When bytes last moved between an attempt and its backend, and how long they may not. Owner: the attempt. */
final class Patience {
    private static final long TRYING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TimeoutConfig timeouts;
    private boolean awaitingHead;
    private final LoopTime time;
    private final long begunNanos;
    private long progressNanos;

    Patience(TimeoutConfig timeouts, LoopTime time) {
        this.timeouts = timeouts;
        this.time = time;
        this.begunNanos = time.nanos();
        this.progressNanos = begunNanos;
    }

    /** Bytes moved, one way or the other. */
    void progressed() {
        progressNanos = time.nanos();
    }

    /** What is kept of an attempt on this backend that is over, of an exchange that started then. */
    Attempted attempted(Backend backend, Outcome outcome, long startedNanos) {
        return new Attempted(backend, outcome, begunNanos - startedNanos, elapsed());
    }

    /** Since it began, in nanoseconds. */
    long elapsed() {
        return time.nanos() - begunNanos;
    }

    /** Since that moment, or since it began if that was later, in nanoseconds. */
    long elapsedSince(long momentNanos) {
        return time.nanos() - Math.max(begunNanos, momentNanos);
    }

    /** Some of the request's body was sent. Once all was, or while none is asked for, the answer's head is awaited. */
    void bodyMoved(RequestBody body, boolean answered) {
        awaitingHead = !answered && (body.isComplete() || body.isHeldBack());
        progressed();
    }

    /** From here on the time between two bytes counts. */
    void awaitBytes() {
        awaitingHead = false;
        progressed();
    }

    /** Whether a client has sent nothing of a body for longer than a sender that is well would pause. */
    boolean isTriedBy(RequestBody body) {
        return body.isAwaited() && time.nanos() - progressNanos > TRYING_NANOS;
    }

    boolean isExhausted(long nowNanos) {
        long granted = (awaitingHead ? timeouts.responseHead() : timeouts.idle()).toNanos();
        return nowNanos - progressNanos > granted;
    }
}
