package dev.lbctl.config;

import java.util.List;
import java.util.Map;

/**
 * One cluster's whole configuration, complete and valid: every default filled in, every route naming a pool that exists.
 *
 * @param pools by name, in the order of the file; at least one
 * @param routes as they are written; which one is tried first is the router's business; at least one
 */
public record LbConfig(
        ListenerConfig listener,
        AdminConfig admin,
        ManagementConfig management,
        Map<String, PoolConfig> pools,
        List<RouteConfig> routes) {

    public LbConfig withListener(ListenerConfig newListener) {
        return new LbConfig(newListener, admin, management, pools, routes);
    }

    public LbConfig withPools(Map<String, PoolConfig> newPools) {
        return new LbConfig(listener, admin, management, newPools, routes);
    }
}
