package dev.lbctl.balancer.evidence;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How a backend has done under traffic. Any thread, without locks; every counter stands alone. */
public final class Conduct {
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicInteger failedInARow = new AtomicInteger();
    private final AtomicInteger brokenInARow = new AtomicInteger();
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
        requests.increment();
        if (verdict == Verdict.GOOD) {
            clear(failedInARow);
            clear(brokenInARow);
            return;
        }
        failures.increment();
        lastFailure = words;
        failedInARow.incrementAndGet();
        if (verdict != Verdict.FAILED) {
            brokenInARow.incrementAndGet();
        }
        alarm.raise(new Trouble(verdict, words));
    }

    /** Since the start. */
    public Tally tally() {
        return new Tally(requests.sum(), failures.sum());
    }

    /** Failures since the last good attempt, or since they were forgotten. */
    public int failedInARow() {
        return failedInARow.get();
    }

    /** Of those, the ones of which no HTTP came, since the last good attempt, or since they were forgotten. */
    public int brokenInARow() {
        return brokenInARow.get();
    }

    /** What the last failure came to, for a person. */
    public String lastFailure() {
        return lastFailure;
    }

    public void forgetFailed() {
        clear(failedInARow);
    }

    public void forgetBroken() {
        clear(brokenInARow);
    }

    public Alarm alarm() {
        return alarm;
    }

    /** Nearly always there is nothing to clear, and to read is cheap. */
    private static void clear(AtomicInteger row) {
        if (row.get() != 0) {
            row.set(0);
        }
    }
}
