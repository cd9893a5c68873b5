package dev.lbctl.balancer.control;

import dev.lbctl.balancer.explain.Explainer;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.LbConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the control plane shows and changes.
 *
 * @param pools by name, in the order of the configuration
 * @param operator through whom everything goes that changes a duty, a weight or an algorithm
 * @param droppedLines how many lines the access log lost
 */
public record Controlled(
        LbConfig config,
        Map<String, Pool> pools,
        Operator operator,
        Metrics metrics,
        Explainer explainer,
        LongSupplier droppedLines,
        InstantSource clock) {

    List<Member> members() {
        return pools.values().stream()
                .flatMap(pool -> pool.snapshot().members().stream())
                .toList();
    }
}
