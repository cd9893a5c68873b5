package dev.lbctl.balancer.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** How the last twenty probes of a backend went. Any thread. */
public final class ProbeLog {
    private static final int KEPT = 20;

    private final Deque<ProbeReport> reports = new ArrayDeque<>(KEPT);

    public synchronized void add(ProbeReport report) {
        if (reports.size() == KEPT) {
            reports.removeFirst();
        }
        reports.addLast(report);
    }

    /** The newest first. */
    public synchronized List<ProbeReport> latest() {
        List<ProbeReport> latest = new ArrayList<>(reports);
        Collections.reverse(latest);
        return latest;
    }
}
