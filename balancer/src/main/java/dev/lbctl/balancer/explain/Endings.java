package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.api.Explanation.Ending;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients got, or would get. Pure. */
final class Endings {

    private Endings() {}

    static Ending of(RequestRecord request) {
        Answered answered = request.answered();
        Phases phases = request.phases();
        return new Ending(
                answered.status(),
                answered.cause(),
                sentence(answered, request.served()),
                millis(phases.queueNanos()),
                millis(phases.connectNanos()),
                millis(phases.firstByteNanos()),
                millis(phases.totalNanos()));
    }

    static Ending foreseen(GatewayError error, String detail) {
        return new Ending(
                error.status(),
                error.cause(),
                "would be answered " + error.status() + ": " + detail,
                null,
                null,
                null,
                null);
    }

    static Ending foreseen(String sentence) {
        return new Ending(null, null, sentence, null, null, null, null);
    }

    private static String sentence(Answered answered, Served served) {
        String cause = answered.cause();
        if (cause == null) {
            return answered.status() + ", relayed whole from " + served.backend() + waiting(served);
        }
        Optional<GatewayError> own = Arrays.stream(GatewayError.values())
                .filter(error -> error.cause().equals(cause) && error.status() == answered.status())
                .findFirst();
        if (own.isPresent()) {
            return answered.status() + " in the balancer's own name: " + detail(own.get(), served.pool())
                    + (served.awaited().isEmpty()
                            ? noMoreTries(served.decision())
                            : " It came" + waiting(served) + ".");
        }
        return answered.status() == 0
                ? "nothing could be sent: " + cause
                : answered.status() + " from " + served.backend() + ", broken off: " + cause;
    }

    private static String waiting(Served served) {
        return served.awaited().isEmpty()
                ? ""
                : " after waiting for " + String.join(", ", served.awaited()) + " to come back";
    }

    private static String detail(GatewayError error, @Nullable String pool) {
        return pool == null ? error.detail() : error.detail(pool);
    }

    /** Why nobody was tried after the last failure, as far as the outcome tells. */
    private static String noMoreTries(@Nullable Decision decision) {
        List<Attempted> attempts = decision == null ? List.of() : decision.attempts();
        if (attempts.isEmpty()) {
            return "";
        }
        Outcome last = attempts.get(attempts.size() - 1).outcome();
        if (!last.unserved()) {
            return "";
        }
        return last.kind() == Outcome.Kind.REFUSED
                ? " Every member that takes traffic was tried."
                : " The last attempt ended " + last.word() + "; retry.attempts, the retry budget, the method or"
                        + " the time for all attempts allowed no other.";
    }

    static @Nullable Double millis(long nanos) {
        return nanos < 0 ? null : Math.round(nanos / 1e3) / 1e3;
    }
}
