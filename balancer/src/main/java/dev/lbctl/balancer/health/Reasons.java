package dev.lbctl.balancer.health;

import java.time.Duration;

/** Says in words for a person what changed a member's health. Pure. */
final class Reasons {

    private Reasons() {}

    static String passed(Streak streak, int rise, String last) {
        return streak.length() < rise ? last : streak.length() + " of " + rise + " probes passed, last: " + last;
    }

    static String failed(Streak streak, int fall, String last) {
        int probes = streak.failedProbes();
        if (streak.requests() == 0) {
            return probes + " of " + fall + " probes failed, last: " + last;
        }
        String requests = count(streak.requests(), "request");
        return (probes == 0 ? requests : count(probes, "probe") + " and " + requests) + " in a row failed, last: "
                + last;
    }

    /** E.g. {@code 10 s}, or {@code 1500 ms}. */
    static String time(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
