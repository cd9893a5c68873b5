package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.algorithm.Picker;
import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an exchange has tried, and what that has cost. Owner: the exchange. */
final class Tries implements Subject {
    private final RequestHead head;
    private final List<Backend> tried = new ArrayList<>(2);
    private int attempts;
    private int retried;
    private boolean replayed;
    private boolean again;

    Tries(RequestHead head) {
        this.head = head;
    }

    @Override
    public boolean admits(Member member) {
        return again || !tried.contains(member.backend());
    }

    @Override
    public String client() {
        return head.client();
    }

    @Override
    public String target() {
        return head.originTarget();
    }

    @Override
    public @Nullable String field(String name) {
        return head.message().headers().get(name);
    }

    /** Picks for the first attempt. */
    @Nullable
    Member first(Picker picker) {
        return taken(picker.pick(this));
    }

    /**
     * Picks for a further attempt: a member not tried yet, or, when there is none, any that could be reached. A refused
     * connection is no retry.
     */
    @Nullable
    Member next(Picker picker, Outcome last) {
        boolean refused = last.kind() == Outcome.Kind.REFUSED;
        if (!refused) {
            retried++;
        }
        Member member = picker.pick(this);
        if (member == null && !refused && !last.beforeRequest()) {
            again = true;
            member = picker.pick(this);
        }
        return taken(member);
    }

    void replay() {
        attempts++;
        replayed = true;
    }

    /** How many attempts were made. */
    int attempts() {
        return attempts;
    }

    /** The name of the member that was tried last; null when nobody was. */
    @Nullable
    String lastBackend() {
        return tried.isEmpty() ? null : tried.get(tried.size() - 1).name();
    }

    RetryRule.Progress progress(boolean idempotent, boolean bodyIntact) {
        return new RetryRule.Progress(idempotent, bodyIntact, retried, replayed);
    }

    private @Nullable Member taken(@Nullable Member member) {
        if (member != null) {
            attempts++;
            tried.add(member.backend());
        }
        return member;
    }
}
