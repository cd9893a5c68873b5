package dev.lbctl.balancer.route;

import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.queue.WaitingRoom;
import dev.lbctl.balancer.retry.RetryBudget;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;

/** Where routes lead: a pool, and what it grants its requests. The same for all routes to it. Any thread. */
public record Destination(
        Selection selection, TrafficConfig traffic, RetryRule rule, RetryBudget budget, WaitingRoom room) {

    public static Destination of(Selection selection, TrafficConfig traffic) {
        return new Destination(
                selection,
                traffic,
                new RetryRule(traffic.retry().attempts()),
                new RetryBudget(traffic.retry().budget(), traffic.retry().budgetMinimum()),
                new WaitingRoom(traffic.queue().size()));
    }

    public String pool() {
        return selection.pool();
    }

    public TimeoutConfig timeouts() {
        return traffic.timeouts();
    }
}
