package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.api.Explanation.Choice;
import dev.lbctl.balancer.api.Explanation.Ending;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells why requests went where they went, and where one would go. It takes nobody's turn. Any thread. */
public final class Explainer {
    private final Router router;

    public Explainer(Router router) {
        this.router = router;
    }

    /** Of a request that is over, from what was kept of it. */
    public Explanation past(RequestRecord request) {
        Asked asked = request.asked();
        Decision decision = request.served().decision();
        return new Explanation(
                asked(request),
                decision == null
                        ? null
                        : new RouteWords(decision.host(), decision.path()).of(asked.host(), asked.target()),
                decision == null ? null : choice(decision),
                decision == null ? List.of() : Candidates.of(decision),
                decision == null ? List.of() : attempts(decision),
                Endings.of(request));
    }

    /** Of one that was not sent, by the routes, pools and turns of this moment. */
    public Explanation foresee(Hypothesis request) {
        Route route = router.route(request.host(), request.path());
        if (route == null) {
            Ending unrouted = Endings.foreseen(GatewayError.NO_ROUTE, GatewayError.NO_ROUTE.detail());
            return new Explanation(asked(request), null, null, List.of(), List.of(), unrouted);
        }
        Lineup lineup = route.destination().selection().current();
        Subject subject =
                request.with(route.destination().traffic().connections().max());
        Member next = lineup.peek(subject);
        Manner manner = Manner.of(lineup.algorithm());
        return new Explanation(
                asked(request),
                new RouteWords(route.host(), route.path()).of(request.host(), request.target()),
                choice(lineup, next, manner),
                Candidates.of(lineup.pool(), subject, next, manner),
                List.of(),
                ending(lineup, next, manner));
    }

    private static Choice choice(Decision decision) {
        List<Attempted> attempts = decision.attempts();
        String first = attempts.isEmpty() ? null : attempts.get(0).backend().name();
        Manner manner = Manner.of(decision.algorithm());
        String note = first == null ? "nobody could take the request" : "as the pool was at the first pick";
        return new Choice(decision.pool().pool(), decision.algorithm().key(), manner.how(), first, note);
    }

    private static Choice choice(Lineup lineup, @Nullable Member next, Manner manner) {
        boolean drawn = manner.certainty() == Manner.Certainty.LOT;
        String named = next == null || drawn ? null : next.name();
        String note = next == null
                ? "nobody can take a request now"
                : manner.certainty().note();
        return new Choice(lineup.pool().pool(), lineup.algorithm().key(), manner.how(), named, note);
    }

    private static Ending ending(Lineup lineup, @Nullable Member next, Manner manner) {
        if (next != null) {
            return Endings.foreseen(
                    manner.certainty() == Manner.Certainty.LOT
                            ? "would go to one of those that may be drawn"
                            : "would go to " + next.name());
        }
        return lineup.pool().eligible().isEmpty()
                ? Endings.foreseen(
                        GatewayError.NO_MEMBER,
                        GatewayError.NO_MEMBER.detail(lineup.pool().pool()))
                : Endings.foreseen("would wait for a member to have room, and get 503 if none has in time");
    }

    private static List<Explanation.Try> attempts(Decision decision) {
        return decision.attempts().stream()
                .map(attempt -> new Explanation.Try(
                        attempt.backend().name(),
                        attempt.backend().url(),
                        attempt.outcome().word(),
                        attempt.outcome().detail(),
                        attempt.outcome().reused(),
                        Math.round(attempt.beganNanos() / 1e3) / 1e3,
                        Math.round(attempt.tookNanos() / 1e3) / 1e3))
                .toList();
    }

    private static Explanation.Asked asked(RequestRecord request) {
        Asked asked = request.asked();
        return new Explanation.Asked(
                request.number(),
                request.id(),
                request.time(),
                asked.client(),
                asked.method(),
                asked.host(),
                asked.target());
    }

    private static Explanation.Asked asked(Hypothesis request) {
        return new Explanation.Asked(
                null, null, null, request.client(), request.method(), request.host(), request.target());
    }
}
