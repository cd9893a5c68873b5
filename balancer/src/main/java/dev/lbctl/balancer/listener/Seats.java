package dev.lbctl.balancer.listener;

import java.util.concurrent.atomic.AtomicInteger;

/** As many as there are clients that may be served at once, over all event loops. Any thread. */
final class Seats {
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * Takes one; answers false when there is none.
     *
     * @param most how many there are now; when there were more, nobody has to leave
     */
    boolean take(int most) {
        return taken.getAndUpdate(count -> count < most ? count + 1 : count) < most;
    }

    void leave() {
        taken.decrementAndGet();
    }
}
