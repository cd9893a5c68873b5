package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;

/** What follows an attempt: what the rule says, as far as time and budget allow it. */
final class Sequel {
    private Sequel() {}

    /** Begins it: another attempt, or the end. */
    static void of(Exchange exchange, Member tried, Outcome outcome) {
        RetryRule.Decision decision = decide(exchange, outcome);
        if (decision == RetryRule.Decision.REPLAY) {
            exchange.tries().replay();
            exchange.open(tried, true); // On the place it has there.
            return;
        }
        tried.load().end(outcome.failed());
        exchange.destination().room().callNext();
        if (decision == RetryRule.Decision.NEXT_MEMBER) {
            exchange.tries().retry(outcome);
            exchange.placement().another(GatewayError.of(outcome));
        } else if (outcome.kind() == Outcome.Kind.COMPLETED) {
            Ending.complete(exchange);
        } else {
            Ending.giveUp(exchange, outcome);
        }
    }

    private static RetryRule.Decision decide(Exchange exchange, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.COMPLETED || isLate(exchange, System.nanoTime())) {
            return RetryRule.Decision.GIVE_UP;
        }
        boolean idempotent = exchange.request().isIdempotent();
        boolean kept = exchange.body().isKept();
        RetryRule.Decision decision =
                exchange.destination().rule().decide(outcome, exchange.tries().progress(idempotent, kept));
        boolean costs = decision == RetryRule.Decision.NEXT_MEMBER && outcome.kind() != Outcome.Kind.REFUSED;
        return costs && !isGranted(exchange) ? RetryRule.Decision.GIVE_UP : decision;
    }

    /** A retry is spent only if there is somebody to try. */
    private static boolean isGranted(Exchange exchange) {
        return exchange.placement().leavesAnybody()
                && exchange.destination().budget().take(System.nanoTime());
    }

    /** Whether the time for all attempts is over. */
    static boolean isLate(Exchange exchange, long nowNanos) {
        return !exchange.answer().isBegun()
                && exchange.body().isComplete()
                && nowNanos - exchange.completeNanos()
                        > exchange.destination().timeouts().answer().toNanos();
    }
}
