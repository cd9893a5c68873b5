package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Who has the least under way for its weight; equals in turn. */
final class LeastConnections implements Algorithm {
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.LEAST_CONNECTIONS;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        List<Member> members = snapshot.eligible();
        return Ranking.following(members, place -> score(members.get(place)), turn);
    }

    private static double score(Member member) {
        return (double) member.load().inFlight() / member.weight().share();
    }
}
