package dev.lbctl.balancer.decision;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;

/**
 * One try of an exchange, over.
 *
 * @param beganNanos after the request's head had been read
 * @param tookNanos from the pick to its end
 */
public record Attempted(Backend backend, Outcome outcome, long beganNanos, long tookNanos) {

    /** The backend's. */
    public String name() {
        return backend.name();
    }

    /** What ended it, in a word. */
    public String cause() {
        return outcome.word();
    }

    /** In words for clients that may know. */
    public String sentence() {
        return backend.name() + ": " + outcome.word() + ", " + outcome.detail();
    }
}
