package dev.lbctl.balancer.listener;

import dev.lbctl.config.ClientTimeoutConfig;

/** How long a client may take between and within its requests. Owner: its connection. */
final class ClientPatience {
    private final ClientTimeoutConfig timeouts;
    private long sinceNanos = System.nanoTime();
    private boolean served;
    private boolean inputClosed;

    ClientPatience(ClientTimeoutConfig timeouts) {
        this.timeouts = timeouts;
    }

    /** The first byte of a request is here. */
    void headBegan() {
        sinceNanos = System.nanoTime();
    }

    /** A request was answered. */
    void idleBegins() {
        served = true;
        sinceNanos = System.nanoTime();
    }

    /** The client sends nothing more, and waits for its answer. */
    void inputClosed() {
        inputClosed = true;
        sinceNanos = System.nanoTime();
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
