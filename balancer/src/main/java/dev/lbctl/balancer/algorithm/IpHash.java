package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import org.jspecify.annotations.Nullable;

/** A client's address always goes to the same member, and only those whose member is away go to others. */
final class IpHash implements Algorithm {
    private final HashKey client = HashKey.client();
    private @Nullable Ring newest;

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.IP_HASH;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        Ring ring = Ring.of(snapshot.members(), newest);
        newest = ring;
        return subject -> pick(ring, snapshot, subject);
    }

    private @Nullable Member pick(Ring ring, PoolSnapshot snapshot, Subject subject) {
        int place = ring.place(client.of(subject));
        for (int looked = 0; looked < ring.reach(); looked++) {
            Member member = ring.at(place);
            if (snapshot.isEligible(member) && subject.admits(member)) {
                return member;
            }
            place = ring.after(place);
        }
        return Ring.any(snapshot, subject);
    }
}
