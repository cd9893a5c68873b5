package dev.lbctl.launcher.reload;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.reload.Difference;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.launcher.spec.NodeSpecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be done so that another configuration is in force. Pure. */
record Plan(LbConfig now, LbConfig next, Difference difference, NodeChanges nodes) {

    static Plan of(LbConfig now, LbConfig next, NodeChanges nodes) {
        return new Plan(now, next, Difference.between(now, next), nodes);
    }

    boolean isNone() {
        return difference.isNone() && nodes.isNone();
    }

    /**
     * The difference, with what somebody has had the balancer go by otherwise than the cluster does. That nodes came and went it
     * was told when they did.
     *
     * @param balancer what it answers to the new configuration
     */
    Difference with(ConfigReport balancer) {
        List<Difference.Change> all = new ArrayList<>(difference.changes());
        balancer.changes().stream()
                .filter(change -> all.stream().noneMatch(known -> known.key().equals(change.key())))
                .filter(change -> !isOfNodes(change))
                .forEach(change -> all.add(new Difference.Change(
                        change.key(), change.pool(), change.member(), change.before(), change.after())));
        return new Difference(difference.pools(), difference.members(), List.copyOf(all));
    }

    private boolean isOfNodes(ConfigReport.Change change) {
        String pool = change.pool();
        return pool != null
                && (nodes.ended().contains(pool) || (nodes.copies().containsKey(pool) && isOfNodes(pool, change)));
    }

    /** A pool whose last member went has an empty list in its place. */
    private static boolean isOfNodes(String pool, ConfigReport.Change change) {
        String member = change.member();
        return member == null ? change.key().equals("pools." + pool + ".backends") : NodeSpecs.isOf(pool, member);
    }

    /**
     * The new configuration, and without any route the pools that go, so that their nodes can finish what they have.
     */
    LbConfig transition() {
        Map<String, PoolConfig> pools = new LinkedHashMap<>(next.pools());
        for (String name : nodes.ended()) {
            PoolConfig pool = now.pools().get(name);
            if (pool != null && pool.takesTraffic()) {
                pools.putIfAbsent(name, withoutSessions(pool));
            }
        }
        return next.withPools(pools);
    }

    boolean hasTransition() {
        return transition().pools().size() > next.pools().size();
    }

    /** Another pool may have its cookie from now on. */
    private static PoolConfig withoutSessions(PoolConfig pool) {
        BalanceConfig balance = pool.balance();
        return pool.withBalance(new BalanceConfig(balance.algorithm(), balance.hash(), balance.slowStart(), null));
    }
}
