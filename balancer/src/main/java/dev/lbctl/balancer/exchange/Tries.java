package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.absence.Awaited;
import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.sticky.Roster;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an exchange has tried, and what that has cost; kept when it is over. Owner: the exchange, until then. */
final class Tries {
    private @Nullable Attempted first;
    private List<Attempted> others = List.of();
    private @Nullable Lineup decidedBy;
    private @Nullable Member last;
    private List<String> awaited = List.of();
    private List<String> sessions = List.of();
    private int attempts;
    private int retried;
    private boolean replayed;

    /**
     * Before the first pick.
     *
     * @param presented what the request's cookies say of its session
     */
    void begin(Lineup lineup, List<String> presented) {
        decidedBy = lineup;
        sessions = presented;
    }

    List<String> sessions() {
        return sessions;
    }

    /** A member is picked for the next attempt, or none is there for it. */
    void picked(Lineup from, @Nullable Member member) {
        if (attempts == 0) {
            decidedBy = from;
        }
        if (member != null) {
            last = member;
            attempts++;
        }
    }

    /** It waits for these to come back. */
    void await(List<String> names) {
        awaited = names;
    }

    /** Of those that refused a connection, the ones that may have ended just now and come back. */
    List<String> justLost(Awaited of) {
        return ended().stream()
                .filter(attempt -> attempt.outcome().kind() == Outcome.Kind.REFUSED && of.mayReturn(attempt.name()))
                .map(Attempted::name)
                .distinct()
                .toList();
    }

    int attempts() {
        return attempts;
    }

    /** The name of who was tried last; null when nobody was. */
    @Nullable
    String backend() {
        return last == null ? null : last.name();
    }

    /** Of who was tried last; null when nobody was. */
    @Nullable
    Load load() {
        return last == null ? null : last.load();
    }

    /** The same member is asked once more, on the place taken there. */
    void replay() {
        attempts++;
        replayed = true;
    }

    /** An attempt is over, well or not. */
    void ended(Attempted attempt) {
        if (first == null) {
            first = attempt;
        } else {
            others = Few.and(others, attempt);
        }
    }

    /** In the order they began: mostly it is one. */
    private List<Attempted> ended() {
        List<Attempted> all = new ArrayList<>();
        if (first != null) {
            all.add(first);
        }
        all.addAll(others);
        return all;
    }

    /** Another attempt follows a failed one; a refused connection is no retry. */
    void retry(Outcome failed) {
        if (failed.kind() != Outcome.Kind.REFUSED) {
            retried++;
        }
    }

    /** What failed where, in words. */
    List<String> failures() {
        return ended().stream()
                .filter(attempt -> attempt.outcome().unserved())
                .map(Attempted::sentence)
                .toList();
    }

    /** Who served the request, and why; a null route means that there is none. */
    Served served(@Nullable Route route) {
        return route == null
                ? Served.NOBODY
                : new Served(route.destination().pool(), backend(), attempts, decision(route), awaited);
    }

    /** The Set-Cookie by which the client stays with who answers; null where sessions are not kept, or it says so already. */
    @Nullable
    String renewal(Destination destination, boolean encrypted) {
        Roster roster = destination.selection().current().roster();
        return roster == null || last == null ? null : roster.renewal(sessions, last.name(), encrypted);
    }

    private @Nullable Decision decision(Route route) {
        Lineup lineup = decidedBy;
        if (lineup == null) {
            return null;
        }
        Roster roster = lineup.roster();
        return new Decision(
                route.host(),
                route.path(),
                lineup.algorithm(),
                lineup.pool(),
                roster == null ? null : roster.session(sessions),
                route.destination().traffic().connections().max(),
                ended());
    }

    RetryRule.Progress progress(boolean idempotent, boolean bodyKept) {
        return new RetryRule.Progress(idempotent, bodyKept, retried, replayed);
    }
}
