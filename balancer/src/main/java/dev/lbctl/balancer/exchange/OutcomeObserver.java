package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;

/** Learns how attempts went. Called on event loops: it must not block. */
@FunctionalInterface
public interface OutcomeObserver {

    void observe(String pool, Backend backend, Outcome outcome);
}
