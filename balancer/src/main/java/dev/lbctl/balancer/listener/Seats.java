package dev.lbctl.balancer.listener;

import java.util.concurrent.atomic.AtomicInteger;

/** As many as there are clients that may be served at once, over all event loops. Any thread. */
final class Seats {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Seats(int most) {
        this.most = most;
    }

    /** Takes one; answers false when there is none. */
    boolean take() {
        return taken.getAndUpdate(count -> Math.min(count + 1, most)) < most;
    }

    void leave() {
        taken.decrementAndGet();
    }
}
