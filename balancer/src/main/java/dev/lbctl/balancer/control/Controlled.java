package dev.lbctl.balancer.control;

import dev.lbctl.balancer.explain.Explainer;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.scorecard.Scorecards;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What the control plane shows and changes.
 *
 * @param reloader through whom the configuration is replaced
 * @param operator through whom everything goes that changes a duty, a weight or an algorithm
 * @param scorecards are told why backends end
 * @param droppedLines how many lines the access log lost
 */
public record Controlled(
        Reloader reloader,
        Operator operator,
        Scorecards scorecards,
        Metrics metrics,
        Explainer explainer,
        LongSupplier droppedLines,
        InstantSource clock) {

    /** In the order of the configuration. */
    Collection<Steered> steered() {
        return operator.pools().values();
    }

    List<Pool> pools() {
        return steered().stream().map(Steered::pool).toList();
    }

    List<Member> members() {
        return pools().stream()
                .flatMap(pool -> pool.snapshot().members().stream())
                .toList();
    }
}
