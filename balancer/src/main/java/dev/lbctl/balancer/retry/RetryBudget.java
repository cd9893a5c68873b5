package dev.lbctl.balancer.retry;

/**
 * What a pool's retries may cost: a share of its requests, so that a failing pool is not buried under its own retries. Any thread.
 */
public final class RetryBudget {
    private final int percent;
    private final int minimum;
    private final SlidingCount requests = new SlidingCount();
    private final SlidingCount retries = new SlidingCount();

    /**
     * @param percent retries for a hundred requests of the last ten seconds, ≥ 0
     * @param minimum retries in ten seconds that are always granted, ≥ 0
     */
    public RetryBudget(int percent, int minimum) {
        this.percent = percent;
        this.minimum = minimum;
    }

    /** A request has come. */
    public void request(long nowNanos) {
        requests.add(nowNanos);
    }

    /** Asks for one retry; answers whether it is granted, and then it is spent. */
    public synchronized boolean take(long nowNanos) {
        long granted = Math.max(minimum, requests.sum(nowNanos) * percent / 100);
        if (retries.sum(nowNanos) >= granted) {
            return false;
        }
        retries.add(nowNanos);
        return true;
    }
}
