package dev.lbctl.launcher.reload;

import dev.lbctl.balancer.reload.Difference;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be done so that another configuration is in force. Pure. */
record Plan(LbConfig now, LbConfig next, Difference difference, NodeChanges nodes) {

    static Plan of(LbConfig now, LbConfig next, NodeChanges nodes) {
        return new Plan(now, next, Difference.between(now, next), nodes);
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
