package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.config.ClientTimeoutConfig;

/** How long a client may take between and within its requests. Owner: its connection. */
final class ClientPatience {
    private final ClientTimeoutConfig timeouts;
    private final LoopTime time;
    private long sinceNanos;
    private boolean served;
    private boolean inputClosed;

    ClientPatience(ClientTimeoutConfig timeouts, LoopTime time) {
        this.timeouts = timeouts;
        this.time = time;
        this.sinceNanos = time.nanos();
    }

    /** The first byte of a request is here. */
    void headBegan() {
        sinceNanos = time.nanos();
    }

    /** A request was answered. */
    void idleBegins() {
        served = true;
        sinceNanos = time.nanos();
    }

    /** The client sends nothing more, and waits for its answer. */
    void inputClosed() {
        inputClosed = true;
        sinceNanos = time.nanos();
    }

    boolean headIsLate(long nowNanos) {
        return nowNanos - sinceNanos > timeouts.head().toNanos();
    }

    /** A first request is awaited no longer than a head may take. */
    boolean idleIsOver(long nowNanos) {
        return nowNanos - sinceNanos > (served ? timeouts.keepAlive() : timeouts.head()).toNanos();
    }

    /** Whether a client that sends nothing more is taken to have left, if its answer has not begun. */
    boolean isGone(long nowNanos) {
        return inputClosed && nowNanos - sinceNanos > timeouts.halfClose().toNanos();
    }
}
