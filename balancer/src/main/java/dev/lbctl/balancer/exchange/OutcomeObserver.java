package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;

/** Learns how attempts went. Called on event loops: it must not block. */
@FunctionalInterface
public interface OutcomeObserver {

    /**
     * An attempt is over.
     *
     * @param status of its answer, 0 when none came
     */
    void observe(Member member, Outcome outcome, int status);
}
