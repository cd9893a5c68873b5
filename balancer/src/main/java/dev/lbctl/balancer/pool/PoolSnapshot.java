package dev.lbctl.balancer.pool;

import java.util.List;
import java.util.Optional;

/**
 * A pool at one moment, immutable.
 *
 * @param members all of them, in the natural order of their names: server-2 before server-10
 * @param eligible those that may be given a new request, in the same order: the fit ones, or in panic all that are meant to serve
 * @param panic whether so few are fit that all are used
 */
public record PoolSnapshot(String pool, List<Member> members, List<Member> eligible, boolean panic) {

    static PoolSnapshot of(String pool, List<Member> members, PanicRule rule) {
        boolean panic = rule.applies(members);
        return new PoolSnapshot(
                pool,
                List.copyOf(members),
                members.stream()
                        .filter(panic ? Member::isMeantToServe : Member::isFit)
                        .toList(),
                panic);
    }

    /** Whether a member of it is one of the {@link #eligible}. */
    public boolean isEligible(Member member) {
        return panic ? member.isMeantToServe() : member.isFit();
    }

    /** How many are fit to serve. */
    public int fit() {
        return (int) members.stream().filter(Member::isFit).count();
    }

    /** Whether a member has less than its whole weight for now. */
    public boolean isWarming() {
        return members.stream().anyMatch(member -> member.weight().isWarming());
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }
}
