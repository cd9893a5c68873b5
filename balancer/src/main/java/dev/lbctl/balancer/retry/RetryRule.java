package dev.lbctl.balancer.retry;

/**
 * Whether a failed attempt may be repeated. Pure.
 *
 * @param retries how many further attempts a request may cost, refused connections aside
 */
public record RetryRule(int retries) {

    /** What to do after an attempt. */
    public enum Decision {
        GIVE_UP,
        /** The same member again, on a fresh connection. */
        REPLAY,
        /** Another member. */
        NEXT_MEMBER
    }

    /**
     * What the rule looks at, beside the outcome.
     *
     * @param idempotent whether the method may be repeated (RFC 9110, section 9.2.2)
     * @param bodyKept whether all that was taken of the request's body is kept to be sent again
     * @param retried how many retries were spent
     * @param replayed whether the request was sent again on a fresh connection before
     */
    public record Progress(boolean idempotent, boolean bodyKept, int retried, boolean replayed) {}

    public Decision decide(Outcome outcome, Progress progress) {
        if (!outcome.unserved() || outcome.answered() || !progress.bodyKept()) {
            return Decision.GIVE_UP;
        }
        if (outcome.kind() == Outcome.Kind.REFUSED) {
            return Decision.NEXT_MEMBER; // Costs nobody anything; it ends when every member was tried.
        }
        if (!outcome.beforeRequest() && !progress.idempotent()) {
            return Decision.GIVE_UP;
        }
        if (outcome.kind() == Outcome.Kind.CLOSED && outcome.reused() && !progress.replayed()) {
            return Decision.REPLAY; // The backend had closed it while it was idle: nobody's failure.
        }
        return progress.retried() < retries ? Decision.NEXT_MEMBER : Decision.GIVE_UP;
    }
}
