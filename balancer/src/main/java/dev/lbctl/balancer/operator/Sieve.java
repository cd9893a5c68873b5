package dev.lbctl.balancer.operator;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Parts what was kept from what no longer fits the configuration, and tells of that. */
record Sieve(Map<String, Steered> pools, Consumer<OperatorEvent> events) {

    /** What holds still, or may hold once its backend joins. */
    Overrides sift(Overrides kept) {
        return new Overrides(
                kept.backends().stream().filter(this::holds).toList(),
                kept.algorithms().stream().filter(this::holds).toList());
    }

    private boolean holds(MemberOverride kept) {
        Steered pool = pools.get(kept.pool());
        String misfit = pool == null
                ? "there is no pool " + kept.pool() + " any more"
                : pool.member(kept.backend())
                        .map(member -> kept.misfit(member.backend(), pool.configuredWeight(kept.backend())))
                        .orElse(null);
        return misfit == null || drop(kept.backend(), kept.words(), misfit);
    }

    private boolean holds(AlgorithmOverride kept) {
        Steered pool = pools.get(kept.pool());
        String misfit = pool == null
                ? "there is no such pool any more"
                : kept.misfit(pool.config().algorithm());
        return misfit == null
                || drop(null, "algorithm " + kept.algorithm().key() + " of the pool " + kept.pool(), misfit);
    }

    private boolean drop(@Nullable String backend, String what, String why) {
        events.accept(new OperatorEvent.Dropped(backend, what, why));
        return false;
    }
}
