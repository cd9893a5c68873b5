package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.sticky.Roster;
import dev.lbctl.config.AlgorithmKind;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot, and who picks from it by which algorithm: what one pick is made of. Immutable.
 *
 * @param roster whom sessions belong to, before the algorithm is asked; null when the pool keeps none
 */
public record Lineup(
        PoolSnapshot pool,
        AlgorithmKind algorithm,
        Picker picker,
        @Nullable Roster roster) implements Picker {
    private static final Picker NOBODY = subject -> null;

    static Lineup ofNobody(PoolSnapshot pool, Algorithm algorithm) {
        return new Lineup(pool, algorithm.kind(), NOBODY, null);
    }

    static Lineup of(PoolSnapshot pool, Algorithm algorithm, @Nullable Roster roster) {
        Picker picker = pool.eligible().isEmpty() ? NOBODY : algorithm.picker(pool);
        return new Lineup(pool, algorithm.kind(), picker, roster);
    }

    @Override
    public @Nullable Member pick(Subject subject) {
        Member keeper = keeper(subject);
        return keeper == null ? picker.pick(subject) : keeper;
    }

    @Override
    public @Nullable Member peek(Subject subject) {
        Member keeper = keeper(subject);
        return keeper == null ? picker.peek(subject) : keeper;
    }

    /** Whom the request's session belongs to. */
    private @Nullable Member keeper(Subject subject) {
        return roster == null ? null : roster.pick(subject.sessions(), subject::admits);
    }
}
