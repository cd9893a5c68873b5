package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.ledger.Ledger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one backend is serving, and how quickly it answers. It outlives snapshots. Any thread; every number stands alone. They are
 * fields, not objects: among many backends, what is touched is what costs.
 */
public final class Load {
    private static final AtomicIntegerFieldUpdater<Load> IN_FLIGHT =
            AtomicIntegerFieldUpdater.newUpdater(Load.class, "inFlight");
    private static final AtomicLongFieldUpdater<Load> MEAN_BITS =
            AtomicLongFieldUpdater.newUpdater(Load.class, "meanBits");
    private static final AtomicLongFieldUpdater<Load> MEAN_AT = AtomicLongFieldUpdater.newUpdater(Load.class, "meanAt");
    private static final long UNKNOWN = Double.doubleToRawLongBits(Double.NaN);

    private final LongAdder inFlightOfPool;
    private final Ledger ledger = new Ledger();
    private volatile int inFlight;
    /** Of the response time, in nanoseconds. */
    private volatile long meanBits = UNKNOWN;

    private volatile long meanAt;
    private volatile Runnable follower = Load::tellNobody;

    /** Of a member of the pool whose loads all count into {@code inFlightOfPool} too. */
    Load(LongAdder inFlightOfPool) {
        this.inFlightOfPool = inFlightOfPool;
    }

    /** What has ended there. */
    public Ledger ledger() {
        return ledger;
    }

    /** An attempt was sent its way. */
    public void begin() {
        IN_FLIGHT.incrementAndGet(this);
        begun();
    }

    /**
     * The first byte of an answer came. Of two that come at the same moment on two threads, one may be left out of the mean.
     *
     * @param nanos what it took
     * @param now the present moment on any clock that always goes forward, the same for all members
     */
    public void answered(long nanos, long now) {
        ResponseTime before = responseTime();
        ResponseTime after = before == null ? new ResponseTime(nanos, now) : before.after(nanos, now);
        MEAN_AT.lazySet(this, after.at());
        MEAN_BITS.lazySet(this, Double.doubleToRawLongBits(after.meanNanos()));
        follower.run();
    }

    /**
     * An attempt is to be sent its way, if there is room for it. Answers whether there is; then it has begun.
     *
     * @param most attempts that may be under way at once
     */
    public boolean tryBegin(int most) {
        int now = inFlight;
        while (now < most) {
            if (IN_FLIGHT.compareAndSet(this, now, now + 1)) {
                begun();
                return true;
            }
            now = inFlight;
        }
        return false;
    }

    private void begun() {
        inFlightOfPool.increment();
        follower.run();
    }

    /** An attempt ended, well or not. Called once for each that began. */
    public void end(boolean failed) {
        IN_FLIGHT.decrementAndGet(this);
        inFlightOfPool.decrement();
        ledger.ended(failed);
        follower.run();
    }

    /** Attempts under way. */
    public int inFlight() {
        return inFlight;
    }

    /** Attempts under way in its pool as a whole. */
    public long inFlightOfPool() {
        return inFlightOfPool.sum();
    }

    /** Null as long as it has answered nothing. */
    public @Nullable ResponseTime responseTime() {
        double mean = Double.longBitsToDouble(meanBits);
        return Double.isNaN(mean) ? null : new ResponseTime(mean, meanAt);
    }

    /**
     * Runs {@code newFollower} after each change of what is under way and of the response time, on the thread that made it;
     * the one before it no more. It must not block.
     */
    public void follow(Runnable newFollower) {
        follower = newFollower;
    }

    /** Whoever follows is told no more. */
    public void unfollow() {
        follower = Load::tellNobody;
    }

    private static void tellNobody() {}
}
