package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;

/** How an exchange ends for its client, once. */
final class Ending {
    private Ending() {}

    /** The backend's answer was relayed whole. */
    static void complete(Exchange exchange) {
        exchange.body().drop();
        exchange.answer().complete(exchange.body().isComplete());
    }

    /** An attempt has failed, or the client, and no other attempt follows. */
    static void giveUp(Exchange exchange, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.CLIENT_GONE || exchange.answer().isBegun()) {
            exchange.body().drop();
            exchange.answer().breakOff(outcome);
        } else if (outcome.kind() == Outcome.Kind.CLIENT_MALFORMED) {
            refuse(exchange, GatewayError.BAD_REQUEST, outcome.detail());
        } else {
            refuse(exchange, GatewayError.of(outcome));
        }
    }

    /** Answers in the balancer's own name. */
    static void refuse(Exchange exchange, GatewayError error) {
        refuse(exchange, error, exchange.answer().detail(error));
    }

    private static void refuse(Exchange exchange, GatewayError error, String detail) {
        exchange.body().drop();
        exchange.answer()
                .refuse(exchange.tries(), error, detail, exchange.body().isComplete());
    }
}
