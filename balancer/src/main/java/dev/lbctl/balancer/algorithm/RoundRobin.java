package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Each in turn, whatever its weight. One cursor serves all event loops and all snapshots, so that turns are exact. */
final class RoundRobin implements Algorithm {
    private final AtomicLong cursor = new AtomicLong();

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.ROUND_ROBIN;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        List<Member> eligible = snapshot.eligible();
        return new Picker() {
            @Override
            public @Nullable Member pick(Subject subject) {
                return next(eligible, subject);
            }

            @Override
            public @Nullable Member peek(Subject subject) {
                return firstAdmitted(eligible, subject, cursor.get());
            }
        };
    }

    private @Nullable Member next(List<Member> eligible, Subject subject) {
        for (int looked = 0; looked < eligible.size(); looked++) {
            Member member = eligible.get((int) (cursor.getAndIncrement() % eligible.size()));
            if (subject.admits(member)) {
                return member;
            }
        }
        return firstAdmitted(eligible, subject, 0); // Other event loops moved the cursor past the one to take.
    }

    private static @Nullable Member firstAdmitted(List<Member> eligible, Subject subject, long from) {
        for (int i = 0; i < eligible.size(); i++) {
            Member member = eligible.get((int) ((from + i) % eligible.size()));
            if (subject.admits(member)) {
                return member;
            }
        }
        return null;
    }
}
