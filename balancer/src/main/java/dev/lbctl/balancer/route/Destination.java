package dev.lbctl.balancer.route;

import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.queue.WaitingRoom;
import dev.lbctl.balancer.retry.RetryBudget;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.config.HostHeader;
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

    /** The same with another selection and other grants: who waits for this one stands in line with who waits for that one. */
    public Destination next(Selection nextSelection, TrafficConfig nextTraffic) {
        room.resize(nextTraffic.queue().size());
        boolean sameRetries = traffic.retry().equals(nextTraffic.retry());
        Destination next = of(nextSelection, nextTraffic);
        return new Destination(nextSelection, nextTraffic, next.rule, sameRetries ? budget : next.budget, room);
    }

    /** Whether a backend is asked for the host that the client asks for, and not for itself. */
    public boolean preservesHost() {
        return traffic.host() == HostHeader.PRESERVE;
    }

    public String pool() {
        return selection.pool();
    }

    public TimeoutConfig timeouts() {
        return traffic.timeouts();
    }
}
