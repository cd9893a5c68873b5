package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;

/** How an exchange ends for its client, once. Owner: the exchange. */
final class Ending {
    private final RequestBody body;
    private final Answer answer;
    private final Tries tries;

    Ending(RequestBody body, Answer answer, Tries tries) {
        this.body = body;
        this.answer = answer;
        this.tries = tries;
    }

    /** The backend's answer was relayed whole. */
    void complete() {
        body.drop();
        answer.complete(tries, body.isComplete());
    }

    /** An attempt has failed, or the client, and no other attempt follows. */
    void giveUp(Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.CLIENT_GONE || answer.isBegun()) {
            body.drop();
            answer.breakOff(tries, outcome);
        } else if (outcome.kind() == Outcome.Kind.CLIENT_MALFORMED) {
            refuse(GatewayError.BAD_REQUEST, outcome.detail());
        } else {
            refuse(GatewayError.of(outcome));
        }
    }

    /** Answers in the balancer's own name. */
    void refuse(GatewayError error) {
        refuse(error, answer.detail(error));
    }

    private void refuse(GatewayError error, String detail) {
        body.drop();
        answer.refuse(tries, error, detail, body.isComplete());
    }
}
