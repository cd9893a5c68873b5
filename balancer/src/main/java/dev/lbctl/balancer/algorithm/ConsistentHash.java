package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import org.jspecify.annotations.Nullable;

/**
 * A key always goes to the same member, unless that has a quarter more under way than its fair part of all that is: then to
 * the next on the ring with room (Mirrokni, Thorup, Zadimoghaddam, Consistent Hashing with Bounded Loads, 2016).
 */
final class ConsistentHash implements Algorithm {
    private static final int BOUND_PERCENT = 125;

    private final HashKey key;
    private @Nullable Ring newest;

    ConsistentHash(HashKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.CONSISTENT_HASH;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        Ring ring = Ring.of(snapshot.members(), newest);
        newest = ring;
        long shares = snapshot.eligible().stream()
                .mapToLong(member -> member.weight().share())
                .sum();
        return subject -> pick(ring, snapshot, shares, subject);
    }

    private @Nullable Member pick(Ring ring, PoolSnapshot snapshot, long shares, Subject subject) {
        Member first = null;
        int place = ring.place(key.of(subject));
        long underWay = ring.at(place).load().inFlightOfPool() + 1;
        for (int looked = 0; looked < ring.reach(); looked++) {
            Member member = ring.at(place);
            if (snapshot.isEligible(member) && subject.admits(member)) {
                if (hasRoom(member, underWay, shares)) {
                    return member;
                }
                first = first == null ? member : first;
            }
            place = ring.after(place);
        }
        return first == null ? Ring.any(snapshot, subject) : first;
    }

    private static boolean hasRoom(Member member, long underWay, long shares) {
        return 100L * member.load().inFlight() * shares
                < BOUND_PERCENT * underWay * member.weight().share();
    }
}
