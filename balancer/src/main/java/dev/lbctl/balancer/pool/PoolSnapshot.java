package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.absence.Awaited;
import java.util.List;
import java.util.Optional;

/**
 * A pool at one moment, immutable.
 *
 * @param members all of them, in the natural order of their names: server-2 before server-10
 * @param eligible those that may be given a new request, in the same order
 * @param admission which ones these are
 * @param awaited who is gone and expected back, a member or not
 */
public record PoolSnapshot(
        String pool, List<Member> members, List<Member> eligible, Admission admission, Awaited awaited) {

    static PoolSnapshot of(String pool, List<Member> members, PanicRule rule, Awaited awaited) {
        Admission admission = Admission.of(members, rule);
        return new PoolSnapshot(
                pool,
                List.copyOf(members),
                members.stream().filter(admission::admits).toList(),
                admission,
                awaited);
    }

    /** Whether a member of it is one of the {@link #eligible}. */
    public boolean isEligible(Member member) {
        return admission.admits(member);
    }

    /** Whether so few are fit that all are used. */
    public boolean panic() {
        return admission == Admission.ALL;
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
