package dev.lbctl.balancer.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one backend has served and is serving. It outlives snapshots. Any thread; every counter stands alone. */
public final class Load {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder inFlightOfPool;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicReference<@Nullable ResponseTime> responseTime = new AtomicReference<>();
    private volatile Runnable follower = Load::tellNobody;

    /** Of a member of the pool whose loads all count into {@code inFlightOfPool} too. */
    Load(LongAdder inFlightOfPool) {
        this.inFlightOfPool = inFlightOfPool;
    }

    /** An attempt was sent its way. */
    public void begin() {
        inFlight.incrementAndGet();
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
            before = responseTime.get();
            after = before == null ? new ResponseTime(nanos, now) : before.after(nanos, now);
        } while (!responseTime.compareAndSet(before, after));
        follower.run();
    }

    /**
     * An attempt is to be sent its way, if there is room for it. Answers whether there is; then it has begun.
     *
     * @param most attempts that may be under way at once
     */
    public boolean tryBegin(int most) {
        int now = inFlight.get();
        while (now < most) {
            if (inFlight.compareAndSet(now, now + 1)) {
                begun();
                return true;
            }
            now = inFlight.get();
        }
        return false;
    }

    private void begun() {
        inFlightOfPool.increment();
        follower.run();
    }

    /** An attempt ended, well or not. Called once for each that began. */
    public void end(boolean failed) {
        inFlight.decrementAndGet();
        inFlightOfPool.decrement();
        requests.increment();
        if (failed) {
            failures.increment();
        }
        follower.run();
    }

    /** Attempts under way. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Attempts under way in its pool as a whole. */
    public long inFlightOfPool() {
        return inFlightOfPool.sum();
    }

    /** Null as long as it has answered nothing. */
    public @Nullable ResponseTime responseTime() {
        return responseTime.get();
    }

    /** Attempts that ended since the start or the last reset. */
    public long requests() {
        return requests.sum();
    }

    /** Those of {@link #requests} that failed. */
    public long failures() {
        return failures.sum();
    }

    /** Forgets what has ended; what is under way stays counted. */
    public void reset() {
        requests.reset();
        failures.reset();
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
