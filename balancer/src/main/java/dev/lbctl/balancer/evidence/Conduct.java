package dev.lbctl.balancer.evidence;

import java.util.concurrent.atomic.AtomicLongArray;

/** How a backend has done under traffic. Any thread, without locks; every counter stands alone. */
public final class Conduct {
    private static final int REQUESTS = 0;
    private static final int FAILURES = 1;
    private static final int FAILED_IN_A_ROW = 2;
    private static final int BROKEN_IN_A_ROW = 3;

    private final AtomicLongArray counts = new AtomicLongArray(4);
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
        counts.getAndIncrement(REQUESTS);
        if (verdict == Verdict.GOOD) {
            clear(FAILED_IN_A_ROW);
            clear(BROKEN_IN_A_ROW);
            return;
        }
        counts.getAndIncrement(FAILURES);
        lastFailure = words;
        counts.getAndIncrement(FAILED_IN_A_ROW);
        if (verdict != Verdict.FAILED) {
            counts.getAndIncrement(BROKEN_IN_A_ROW);
        }
        alarm.raise(new Trouble(verdict, words));
    }

    /** Since the start. */
    public Tally tally() {
        return new Tally(counts.get(REQUESTS), counts.get(FAILURES));
    }

    /** Failures since the last good attempt, or since they were forgotten. */
    public int failedInARow() {
        return (int) counts.get(FAILED_IN_A_ROW);
    }

    /** Of those, the ones of which no HTTP came, since the last good attempt, or since they were forgotten. */
    public int brokenInARow() {
        return (int) counts.get(BROKEN_IN_A_ROW);
    }

    /** What the last failure came to, for a person. */
    public String lastFailure() {
        return lastFailure;
    }

    public void forgetFailed() {
        clear(FAILED_IN_A_ROW);
    }

    public void forgetBroken() {
        clear(BROKEN_IN_A_ROW);
    }

    public Alarm alarm() {
        return alarm;
    }

    /** Nearly always there is nothing to clear, and to read is cheap. */
    private void clear(int row) {
        if (counts.get(row) != 0) {
            counts.set(row, 0);
        }
    }
}
