package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.algorithm.Picker;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.http.Cookies;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.sticky.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may get the next attempt of an exchange: nobody twice while somebody else is left. Owner: the exchange. */
final class Choice implements Subject {
    private final Request request;
    private List<Backend> barred = List.of();
    private List<Backend> reached = List.of();
    private List<String> sessions = List.of();
    private int room = Integer.MAX_VALUE;
    private boolean busy;
    private boolean passedOver;

    Choice(Request request) {
        this.request = request;
    }

    /**
     * @param roster whom sessions belong to; null where none are kept
     * @param attempts that a member may have under way
     */
    void begin(@Nullable Roster roster, int attempts) {
        room = attempts;
        if (roster != null) {
            sessions = Cookies.values(request.head().fields(), roster.cookie());
        }
    }

    int room() {
        return room;
    }

    /**
     * Picks a member and takes a place there. When everybody was tried, those that could be reached are asked again, the one that
     * was asked first before the others.
     */
    @Nullable
    Member pick(Picker picker) {
        Member member = pickOnce(picker);
        while (member == null && !busy && !reached.isEmpty()) {
            Backend again = reached.get(0);
            reached = Few.without(reached, again);
            barred = Few.without(barred, again);
            member = pickOnce(picker);
        }
        if (member != null) {
            barred = Few.and(barred, member.backend());
        }
        return member;
    }

    /** Whoever was asked in vain may be asked again. */
    void forgive() {
        barred = List.of();
        reached = List.of();
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

    /** It failed, but could be reached. */
    void reached(Backend backend) {
        reached = Few.and(reached, backend);
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
        return sessions;
    }
}
