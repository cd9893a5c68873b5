package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Each in turn. One cursor serves all event loops and all snapshots, so that turns are exact. */
final class RoundRobin implements Algorithm {
    private final AtomicLong cursor = new AtomicLong();

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        List<Member> eligible = snapshot.eligible();
        return tried -> next(eligible, tried);
    }

    private @Nullable Member next(List<Member> eligible, Collection<Backend> tried) {
        for (int looked = 0; looked < eligible.size(); looked++) {
            Member member = eligible.get((int) (cursor.getAndIncrement() % eligible.size()));
            if (!tried.contains(member.backend())) {
                return member;
            }
        }
        return firstUntried(eligible, tried);
    }

    /** For when other event loops moved the cursor so that the untried one was missed. */
    private static @Nullable Member firstUntried(List<Member> eligible, Collection<Backend> tried) {
        for (Member member : eligible) {
            if (!tried.contains(member.backend())) {
                return member;
            }
        }
        return null;
    }
}
