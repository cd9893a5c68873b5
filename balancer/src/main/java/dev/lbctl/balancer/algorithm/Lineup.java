package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import org.jspecify.annotations.Nullable;

/** A snapshot, and who picks from it by which algorithm: what one pick is made of. Immutable. */
public record Lineup(PoolSnapshot pool, AlgorithmKind algorithm, Picker picker) implements Picker {
    private static final Picker NOBODY = subject -> null;

    static Lineup ofNobody(PoolSnapshot pool, Algorithm algorithm) {
        return new Lineup(pool, algorithm.kind(), NOBODY);
    }

    static Lineup of(PoolSnapshot pool, Algorithm algorithm) {
        return pool.eligible().isEmpty()
                ? ofNobody(pool, algorithm)
                : new Lineup(pool, algorithm.kind(), algorithm.picker(pool));
    }

    @Override
    public @Nullable Member pick(Subject subject) {
        return picker.pick(subject);
    }

    @Override
    public @Nullable Member peek(Subject subject) {
        return picker.peek(subject);
    }
}
