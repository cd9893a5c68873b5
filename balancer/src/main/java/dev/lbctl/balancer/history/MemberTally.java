package dev.lbctl.balancer.history;

import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What each member did since it was last asked. A sample has at most a hundred of them, so that memory is bounded. */
final class MemberTally {
    private static final int MOST = 100;

    private final Supplier<? extends Collection<Pool>> pools;
    private Map<Load, Counters> known = new HashMap<>();

    MemberTally(Supplier<? extends Collection<Pool>> pools) {
        this.pools = pools;
    }

    List<Sample.OfMember> sample() {
        Map<Load, Counters> before = known;
        known = new HashMap<>();
        List<Sample.OfMember> parts = new ArrayList<>();
        for (Pool pool : pools.get()) {
            for (Member member : pool.snapshot().members()) {
                Counters counters = before.getOrDefault(member.load(), new Counters());
                known.put(member.load(), counters);
                Sample.OfMember part = counters.part(pool.name(), member);
                if (parts.size() < MOST && part.attempts() + part.inFlight() > 0) {
                    parts.add(part);
                }
            }
        }
        return List.copyOf(parts);
    }

    private static final class Counters {
        private final Growth attempts = new Growth();
        private final Growth failed = new Growth();

        private Sample.OfMember part(String pool, Member member) {
            Load load = member.load();
            return new Sample.OfMember(
                    pool,
                    member.name(),
                    attempts.to(load.ledger().attempts()),
                    failed.to(load.ledger().failures()),
                    load.inFlight());
        }
    }
}
