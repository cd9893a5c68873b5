package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.absence.Awaited;
import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.api.Explanation.Candidate;
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
import dev.lbctl.balancer.sticky.Session;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells why requests went where they went, and where one would go. It takes nobody's turn. Any thread. */
public final class Explainer {
    private final Supplier<Router> router;

    /** @param router finds the route of a request that begins now */
    public Explainer(Supplier<Router> router) {
        this.router = router;
    }

    /** Of a request that is over, from what was kept of it. */
    public Explanation past(RequestRecord request) {
        Asked asked = request.asked();
        Decision decision = request.served().decision();
        if (decision == null) {
            return new Explanation(asked(request), null, null, List.of(), List.of(), Endings.of(request));
        }
        List<Candidate> candidates = Candidates.of(decision);
        return new Explanation(
                asked(request),
                new RouteWords(decision.host(), decision.path()).of(asked.host(), asked.target()),
                choice(decision, candidates),
                candidates,
                attempts(decision),
                Endings.of(request));
    }

    /** Of one that was not sent, by the routes, pools and turns of this moment. */
    public Explanation foresee(Hypothesis request) {
        Route route = router.get().route(request.host(), request.path());
        if (route == null) {
            Ending unrouted = Endings.foreseen(GatewayError.NO_ROUTE, GatewayError.NO_ROUTE.detail());
            return new Explanation(asked(request), null, null, List.of(), List.of(), unrouted);
        }
        Lineup lineup = route.destination().selection().current();
        Subject subject = request.in(route.destination().traffic().connections().max(), lineup.roster());
        Member next = lineup.peek(subject);
        Session session = lineup.roster() == null ? null : lineup.roster().session(subject.sessions());
        boolean kept = session != null && next != null && session.isOf(next.name());
        Manner manner = kept ? Manner.KEPT : Manner.of(lineup.algorithm());
        List<Candidate> candidates = Candidates.of(lineup.pool(), subject, next, manner);
        return new Explanation(
                asked(request),
                new RouteWords(route.host(), route.path()).of(request.host(), request.target()),
                choice(lineup, next, manner, SessionWords.of(session, next == null ? null : next.name(), candidates)),
                candidates,
                List.of(),
                ending(lineup, next, manner));
    }

    private static Choice choice(Decision decision, List<Candidate> candidates) {
        List<Attempted> attempts = decision.attempts();
        String first = attempts.isEmpty() ? null : attempts.get(0).backend().name();
        Manner manner = Manner.of(decision.algorithm());
        String note = first == null ? "nobody could take the request" : "as the pool was at the first pick";
        String sticky = SessionWords.of(decision.session(), first, candidates);
        return new Choice(decision.pool().pool(), decision.algorithm().key(), manner.how(), first, note, sticky);
    }

    private static Choice choice(Lineup lineup, @Nullable Member next, Manner manner, @Nullable String sticky) {
        boolean drawn = manner.certainty() == Manner.Certainty.LOT;
        String named = next == null || drawn ? null : next.name();
        String note = next == null
                ? "nobody can take a request now"
                : manner.certainty().note();
        String how = Manner.of(lineup.algorithm()).how();
        return new Choice(lineup.pool().pool(), lineup.algorithm().key(), how, named, note, sticky);
    }

    private static Ending ending(Lineup lineup, @Nullable Member next, Manner manner) {
        if (next != null) {
            return Endings.foreseen(
                    manner.certainty() == Manner.Certainty.LOT
                            ? "would go to one of those that may be drawn"
                            : "would go to " + next.name());
        }
        Awaited awaited = lineup.pool().awaited();
        if (lineup.pool().eligible().isEmpty() && awaited.anybody(System.nanoTime())) {
            return Endings.foreseen("would wait for " + String.join(", ", awaited.names())
                    + " to come back, and get 503 if that takes too long");
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
