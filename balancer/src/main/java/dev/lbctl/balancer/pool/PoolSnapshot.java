package dev.lbctl.balancer.pool;

import java.util.List;
import java.util.Optional;

/**
 * A pool at one moment, immutable.
 *
 * @param members all of them, in the natural order of their names: server-2 before server-10
 * @param eligible those that may be given a new request, in the same order
 */
public record PoolSnapshot(String pool, List<Member> members, List<Member> eligible) {

    static PoolSnapshot of(String pool, List<Member> members) {
        return new PoolSnapshot(
                pool,
                List.copyOf(members),
                members.stream().filter(Member::isEligible).toList());
    }

    /** Whether a member has less than its whole weight for now. */
    public boolean isWarming() {
        return members.stream().anyMatch(member -> member.weight().isWarming());
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }
}
