package dev.lbctl.balancer.history;

/** By how much a counter has grown since it was last read; one that was reset began at 0 again. */
final class Growth {
    private long before;

    long to(long now) {
        long growth = now < before ? now : now - before;
        before = now;
        return growth;
    }
}
