package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.algorithm.Picker;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.http.Cookies;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.sticky.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may get the next attempt of an exchange: nobody twice while somebody else is left. Owner: the exchange. */
final class Choice implements Subject {
    private final Request request;
    private final Tries tries;
    private List<Backend> barred = List.of();
    private List<Backend> reached = List.of();
    private long arrivals;
    private int room = Integer.MAX_VALUE;
    private boolean busy;
    private boolean passedOver;

    Choice(Request request, Tries tries) {
        this.request = request;
        this.tries = tries;
    }

    /**
     * Before the first pick: what there is to pick from.
     *
     * @param attempts that a member may have under way
     */
    void begin(Lineup lineup, int attempts) {
        Roster roster = lineup.roster();
        room = attempts;
        arrivals = lineup.pool().awaited().arrivals();
        tries.begin(
                lineup,
                roster == null ? List.of() : Cookies.values(request.head().fields(), roster.cookie()));
    }

    /** Picks a member for the next attempt, and takes a place there; when nobody is left, one that has come back since may be. */
    @Nullable
    Member next(Lineup lineup) {
        Member member = pick(lineup);
        if (member == null && !busy && arrivals != lineup.pool().awaited().arrivals()) {
            arrivals = lineup.pool().awaited().arrivals();
            barred = List.of();
            reached = List.of();
            member = pick(lineup);
        }
        tries.picked(lineup, member);
        return member;
    }

    /**
     * Picks a member and takes a place there. When everybody was tried, those that could be reached are asked again, the one that
     * was asked first before the others.
     */
    private @Nullable Member pick(Picker picker) {
        Member member = pickOnce(picker);
        while (member == null && !busy && !reached.isEmpty()) {
            Backend again = reached.get(0);
            reached = Few.without(reached, again);
            barred = Few.without(barred, again);
            member = pickOnce(picker);
        }
        return member;
    }

    /** Whether somebody is left to be asked, with room or without. */
    boolean leavesAnybody(PoolSnapshot pool) {
        for (Member member : pool.eligible()) {
            if (!barred.contains(member.backend()) || reached.contains(member.backend())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Member pickOnce(Picker picker) {
        busy = false;
        passedOver = false;
        Member member = picker.pick(this);
        while (member != null && !member.load().tryBegin(room)) { // Another event loop took its last place.
            member = picker.pick(this);
        }
        return member;
    }

    @Override
    public boolean admits(Member member) {
        boolean full = member.load().inFlight() >= room;
        boolean out = barred.contains(member.backend());
        busy |= full && !out;
        passedOver |= out && !full;
        return !full && !out;
    }

    /** Whether the last pick came to nothing only because members have no room. */
    boolean isBusy() {
        return busy;
    }

    /** Whether the last pick came to nothing although a member has room, that was tried before: others may have it. */
    boolean leavesRoom() {
        return passedOver;
    }

    /** An attempt has failed there. */
    void failed(Backend backend, Outcome outcome) {
        barred = Few.and(barred, backend);
        if (!outcome.beforeRequest()) {
            reached = Few.and(reached, backend);
        }
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

    @Override
    public List<String> sessions() {
        return tries.sessions();
    }
}
