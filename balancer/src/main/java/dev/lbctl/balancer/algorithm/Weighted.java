package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Each in turn, the heavier the more often, without bursts: 3:2:1 goes A B A C B A. One cursor serves all event loops. */
final class Weighted implements Algorithm {
    private final AtomicLong cursor = new AtomicLong();

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.WEIGHTED;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        Turns turns = Turns.of(snapshot.eligible());
        return new Picker() {
            @Override
            public @Nullable Member pick(Subject subject) {
                return turns.next(subject, cursor.getAndIncrement());
            }

            @Override
            public @Nullable Member peek(Subject subject) {
                return turns.next(subject, cursor.get());
            }
        };
    }
}
