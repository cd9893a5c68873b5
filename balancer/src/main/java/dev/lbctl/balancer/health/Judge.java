package dev.lbctl.balancer.health;

import dev.lbctl.balancer.evidence.Verdict;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;

/** What an attempt says of its backend. */
public final class Judge {
    private static final int SERVER_ERROR = 500;

    private Judge() {}

    /**
     * Adds an attempt to what is known of its member. Any thread.
     *
     * @param status of the answer, 0 when none came
     */
    public static void attempted(Member member, Outcome outcome, int status) {
        Verdict verdict = verdict(outcome, status);
        boolean good = verdict == Verdict.GOOD || verdict == Verdict.NONE;
        member.evidence().conduct().judge(verdict, good ? "" : words(outcome, status, member.backend()));
    }

    static Verdict verdict(Outcome outcome, int status) {
        return switch (outcome.kind()) {
            case COMPLETED -> status >= SERVER_ERROR ? Verdict.FAILED : Verdict.GOOD;
            case REFUSED -> Verdict.REFUSED;
            case CONNECT_TIMEOUT, UNREACHABLE, BAD_RESPONSE -> Verdict.BROKEN;
            case CLOSED -> closed(outcome);
            case TIMEOUT -> Verdict.FAILED;
            case NO_SOCKET, CLIENT_STALLED, CLIENT_MALFORMED, CLIENT_OVERSIZED, CLIENT_GONE -> Verdict.NONE;
        };
    }

    private static Verdict closed(Outcome outcome) {
        if (outcome.answered()) {
            return Verdict.FAILED;
        }
        return outcome.reused() ? Verdict.NONE : Verdict.BROKEN;
    }

    /** What a failure came to, for a person. */
    private static String words(Outcome outcome, int status, Backend backend) {
        return switch (outcome.kind()) {
            case COMPLETED -> "HTTP " + status;
            case REFUSED -> "connection refused on " + backend.authority();
            case CONNECT_TIMEOUT -> "no connection in time";
            case UNREACHABLE -> "cannot connect: " + outcome.detail();
            case BAD_RESPONSE -> "broken answer: " + outcome.detail();
            case CLOSED ->
                (outcome.answered() ? "connection lost within the answer: " : "connection lost before an answer: ")
                        + outcome.detail();
            case TIMEOUT -> outcome.answered() ? "the answer stalled" : "no answer in time";
            case NO_SOCKET, CLIENT_STALLED, CLIENT_MALFORMED, CLIENT_OVERSIZED, CLIENT_GONE -> outcome.detail();
        };
    }
}
