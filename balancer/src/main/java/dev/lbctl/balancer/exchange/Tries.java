package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom an exchange has tried, and what that has cost. Owner: the exchange. */
final class Tries implements Subject {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    private final Request request;
    private final List<Backend> tried = new ArrayList<>(2);
    private final List<Attempted> ended = new ArrayList<>(1);
    private @Nullable Lineup decidedBy;
    private int room = Integer.MAX_VALUE;
    private int attempts;
    private int retried;
    private boolean replayed;
    private boolean again;
    private boolean busy;

    Tries(Request request) {
        this.request = request;
    }

    /** Picks for the first attempt, unless others wait already, and takes a place at the picked member. */
    @Nullable
    Member first(Destination destination) {
        room = destination.traffic().connections().max();
        busy = destination.room().waiting() > 0;
        return busy ? null : pick(destination.selection().current());
    }

    /** Picks once more when there was no room. */
    @Nullable
    Member anew(Lineup lineup) {
        return pick(lineup);
    }

    /**
     * Picks for a further attempt: a member not tried yet, or, when there is none, any that could be reached. A refused
     * connection is no retry.
     */
    @Nullable
    Member next(Lineup lineup, Outcome last) {
        boolean refused = last.kind() == Outcome.Kind.REFUSED;
        if (!refused) {
            retried++;
        }
        Member member = pick(lineup);
        if (member == null && !refused && !last.beforeRequest()) {
            again = true;
            member = pick(lineup);
        }
        return member;
    }

    private @Nullable Member pick(Lineup lineup) {
        if (tried.isEmpty()) {
            decidedBy = lineup;
        }
        busy = false;
        Member member = lineup.pick(this);
        while (member != null && !member.load().tryBegin(room)) { // Another event loop took its last place.
            member = lineup.pick(this);
        }
        if (member != null) {
            attempts++;
            tried.add(member.backend());
        }
        return member;
    }

    @Override
    public boolean admits(Member member) {
        if (!again && tried.contains(member.backend())) {
            return false;
        }
        if (member.load().inFlight() >= room) {
            busy = true;
            return false;
        }
        return true;
    }

    /** Whether the last pick came to nothing only because members have no room. */
    boolean foundBusy() {
        return busy;
    }

    /** The same member is asked once more. Answers false when another request has taken its place there. */
    boolean replay(Member member) {
        replayed = true;
        busy = !member.load().tryBegin(room);
        if (busy) {
            again = true;
        } else {
            attempts++;
        }
        return !busy;
    }

    /** An attempt is over, well or not. */
    void ended(Attempted attempt) {
        ended.add(attempt);
    }

    /** What failed where, in words. */
    List<String> failures() {
        return ended.stream()
                .filter(attempt -> attempt.outcome().failed())
                .map(Attempted::sentence)
                .toList();
    }

    /** Who served the request, and why; a null route means that there is none. */
    Served served(@Nullable Route route) {
        return route == null
                ? Served.NOBODY
                : new Served(route.destination().pool(), lastBackend(), attempts, decision(route));
    }

    private @Nullable Decision decision(Route route) {
        Lineup lineup = decidedBy;
        return lineup == null
                ? null
                : new Decision(route.host(), route.path(), lineup.algorithm(), lineup.pool(), room, ended);
    }

    private @Nullable String lastBackend() {
        return tried.isEmpty() ? null : tried.get(tried.size() - 1).name();
    }

    /** Whether repeating the request does no harm (RFC 9110, section 9.2.2). */
    boolean isIdempotent() {
        return IDEMPOTENT.contains(request.head().method());
    }

    RetryRule.Progress progress(boolean bodyKept) {
        return new RetryRule.Progress(isIdempotent(), bodyKept, retried, replayed);
    }

    @Override
    public String client() {
        return request.peer().address();
    }

    @Override
    public String target() {
        return request.head().originTarget();
    }

    @Override
    public @Nullable String field(String name) {
        return request.head().fields().first(name);
    }
}
