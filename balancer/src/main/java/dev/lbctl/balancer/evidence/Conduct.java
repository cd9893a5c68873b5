package dev.lbctl.balancer.evidence;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * How a backend has done under traffic. Any thread, without locks; every counter stands alone. They are fields, not objects: among
 * many backends, what is touched is what costs.
 */
public final class Conduct {
    private static final AtomicLongFieldUpdater<Conduct> REQUESTS =
            AtomicLongFieldUpdater.newUpdater(Conduct.class, "requests");
    private static final AtomicLongFieldUpdater<Conduct> FAILURES =
            AtomicLongFieldUpdater.newUpdater(Conduct.class, "failures");
    private static final AtomicIntegerFieldUpdater<Conduct> FAILED =
            AtomicIntegerFieldUpdater.newUpdater(Conduct.class, "failedInARow");
    private static final AtomicIntegerFieldUpdater<Conduct> BROKEN =
            AtomicIntegerFieldUpdater.newUpdater(Conduct.class, "brokenInARow");

    private volatile long requests;
    private volatile long failures;
    private volatile int failedInARow;
    private volatile int brokenInARow;
    private final Alarm alarm = new Alarm();
    private volatile String lastFailure = "";

    /**
     * An attempt is over.
     *
     * @param words what it came to, for a person; only a failure's are looked at
     */
    public void judge(Verdict verdict, String words) {
        if (verdict == Verdict.NONE) {
            return;
        }
        REQUESTS.incrementAndGet(this);
        if (verdict == Verdict.GOOD) {
            forgetFailed();
            forgetBroken();
            return;
        }
        FAILURES.incrementAndGet(this);
        lastFailure = words;
        FAILED.incrementAndGet(this);
        if (verdict != Verdict.FAILED) {
            BROKEN.incrementAndGet(this);
        }
        alarm.raise(new Trouble(verdict, words));
    }

    /** Since the start. */
    public Tally tally() {
        return new Tally(requests, failures);
    }

    /** Failures since the last good attempt, or since they were forgotten. */
    public int failedInARow() {
        return failedInARow;
    }

    /** Of those, the ones of which no HTTP came, since the last good attempt, or since they were forgotten. */
    public int brokenInARow() {
        return brokenInARow;
    }

    /** What the last failure came to, for a person. */
    public String lastFailure() {
        return lastFailure;
    }

    /** Nearly always there is nothing to forget, and to read is cheap. */
    public void forgetFailed() {
        if (failedInARow != 0) {
            failedInARow = 0;
        }
    }

    public void forgetBroken() {
        if (brokenInARow != 0) {
            brokenInARow = 0;
        }
    }

    public Alarm alarm() {
        return alarm;
    }
}
