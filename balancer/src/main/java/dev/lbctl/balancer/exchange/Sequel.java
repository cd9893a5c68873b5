package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;

/** What follows an attempt: the rule's word, as far as time and budget allow it. Owner: the exchange. */
final class Sequel {
    private final Exchange exchange;
    private final Placement placement;

    Sequel(Exchange exchange, Placement placement) {
        this.exchange = exchange;
        this.placement = placement;
    }

    RetryRule.Decision decide(Outcome outcome) {
        if (isLate(System.nanoTime())) {
            return RetryRule.Decision.GIVE_UP;
        }
        boolean idempotent = exchange.request().isIdempotent();
        boolean kept = exchange.body().isKept();
        RetryRule.Decision decision =
                exchange.destination().rule().decide(outcome, exchange.tries().progress(idempotent, kept));
        boolean costs = decision == RetryRule.Decision.NEXT_MEMBER && outcome.kind() != Outcome.Kind.REFUSED;
        return costs && !isGranted() ? RetryRule.Decision.GIVE_UP : decision;
    }

    /** A retry is spent only if there is somebody to try. */
    private boolean isGranted() {
        return placement.leavesAnybody() && exchange.destination().budget().take(System.nanoTime());
    }

    /** Whether the time for all attempts is over. */
    boolean isLate(long nowNanos) {
        RequestBody body = exchange.body();
        return !exchange.answer().isBegun()
                && body.isComplete()
                && nowNanos - body.completeNanos()
                        > exchange.destination().timeouts().answer().toNanos();
    }
}
