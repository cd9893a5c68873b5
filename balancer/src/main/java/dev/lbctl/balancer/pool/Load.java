package dev.lbctl.balancer.pool;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one backend has served and is serving. It outlives snapshots. Any thread; every counter stands alone. They are fields, not
 * objects: among many backends, what is touched is what costs.
 */
public final class Load {
    private static final AtomicIntegerFieldUpdater<Load> IN_FLIGHT =
            AtomicIntegerFieldUpdater.newUpdater(Load.class, "inFlight");
    private static final AtomicLongFieldUpdater<Load> REQUESTS =
            AtomicLongFieldUpdater.newUpdater(Load.class, "requests");
    private static final AtomicLongFieldUpdater<Load> FAILURES =
            AtomicLongFieldUpdater.newUpdater(Load.class, "failures");
    private static final AtomicReferenceFieldUpdater<Load, @Nullable ResponseTime> RESPONSE_TIME =
            AtomicReferenceFieldUpdater.newUpdater(Load.class, ResponseTime.class, "responseTime");

    private final LongAdder inFlightOfPool;
    private volatile int inFlight;
    private volatile long requests;
    private volatile long failures;
    private volatile @Nullable ResponseTime responseTime;
    private volatile Runnable follower = Load::tellNobody;

    /** Of a member of the pool whose loads all count into {@code inFlightOfPool} too. */
    Load(LongAdder inFlightOfPool) {
        this.inFlightOfPool = inFlightOfPool;
    }

    /** An attempt was sent its way. */
    public void begin() {
        IN_FLIGHT.incrementAndGet(this);
        begun();
    }

    /**
     * The first byte of an answer came.
     *
     * @param nanos what it took
     * @param now the present moment on any clock that always goes forward, the same for all members
     */
    public void answered(long nanos, long now) {
        ResponseTime before;
        ResponseTime after;
        do {
            before = responseTime;
            after = before == null ? new ResponseTime(nanos, now) : before.after(nanos, now);
        } while (!RESPONSE_TIME.compareAndSet(this, before, after));
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
        REQUESTS.incrementAndGet(this);
        if (failed) {
            FAILURES.incrementAndGet(this);
        }
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
        return responseTime;
    }

    /** Attempts that ended since the start or the last reset. */
    public long requests() {
        return requests;
    }

    /** Those of {@link #requests} that failed. */
    public long failures() {
        return failures;
    }

    /** Forgets what has ended; what is under way stays counted. */
    public void reset() {
        requests = 0;
        failures = 0;
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
