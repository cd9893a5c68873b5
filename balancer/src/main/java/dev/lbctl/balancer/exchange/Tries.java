package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.absence.Awaited;
import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.sticky.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an exchange has tried, and what that has cost. Owner: the exchange. */
final class Tries {
    private final Choice choice;
    private List<Attempted> ended = List.of();
    private @Nullable Lineup decidedBy;
    private @Nullable Backend last;
    private List<String> awaited = List.of();
    private long arrivals;
    private int attempts;
    private int retried;
    private boolean replayed;

    Tries(Request request) {
        this.choice = new Choice(request);
    }

    /**
     * Before the first pick: what there is to pick from.
     *
     * @param room attempts that a member may have under way
     */
    void begin(Lineup lineup, int room) {
        decidedBy = lineup;
        arrivals = lineup.pool().awaited().arrivals();
        choice.begin(lineup.roster(), room);
    }

    /** Picks a member for the next attempt, and takes a place there; when nobody is left, one that has come back since may be. */
    @Nullable
    Member next(Lineup lineup) {
        if (attempts == 0) {
            decidedBy = lineup;
        }
        Member member = choice.pick(lineup);
        if (member == null
                && !choice.isBusy()
                && arrivals != lineup.pool().awaited().arrivals()) {
            arrivals = lineup.pool().awaited().arrivals();
            choice.forgive();
            member = choice.pick(lineup);
        }
        if (member != null) {
            last = member.backend();
            attempts++;
        }
        return member;
    }

    /** It waits for these to come back. */
    void await(List<String> names) {
        awaited = names;
    }

    /** Of those that refused a connection, the ones that may have ended just now and come back. */
    List<String> justLost(Awaited of) {
        return ended.stream()
                .filter(attempt -> attempt.outcome().kind() == Outcome.Kind.REFUSED && of.mayReturn(attempt.name()))
                .map(Attempted::name)
                .distinct()
                .toList();
    }

    Choice choice() {
        return choice;
    }

    /** The same member is asked once more, on the place taken there. */
    void replay() {
        attempts++;
        replayed = true;
    }

    /** An attempt is over, well or not. */
    void ended(Attempted attempt) {
        ended = Few.and(ended, attempt);
        Outcome outcome = attempt.outcome();
        if (outcome.kind() != Outcome.Kind.COMPLETED && !outcome.beforeRequest()) {
            choice.reached(attempt.backend());
        }
    }

    /** Another attempt follows a failed one; a refused connection is no retry. */
    void retry(Outcome failed) {
        if (failed.kind() != Outcome.Kind.REFUSED) {
            retried++;
        }
    }

    /** What failed where, in words. */
    List<String> failures() {
        return ended.stream()
                .filter(attempt -> attempt.outcome().unserved())
                .map(Attempted::sentence)
                .toList();
    }

    /** Who served the request, and why; a null route means that there is none. */
    Served served(@Nullable Route route) {
        return route == null
                ? Served.NOBODY
                : new Served(
                        route.destination().pool(),
                        last == null ? null : last.name(),
                        attempts,
                        decision(route),
                        awaited);
    }

    /** The Set-Cookie by which the client stays with who answers; null where sessions are not kept, or it says so already. */
    @Nullable
    String renewal(Destination destination, boolean encrypted) {
        Roster roster = destination.selection().current().roster();
        return roster == null || last == null ? null : roster.renewal(choice.sessions(), last.name(), encrypted);
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
                roster == null ? null : roster.session(choice.sessions()),
                choice.room(),
                ended);
    }

    RetryRule.Progress progress(boolean idempotent, boolean bodyKept) {
        return new RetryRule.Progress(idempotent, bodyKept, retried, replayed);
    }
}
