package dev.lbctl.config;

import java.util.List;
import java.util.Map;

/**
 * One cluster's whole configuration, complete and valid: every default filled in, every route naming a pool that exists.
 *
 * @param pools by name, in the order of the file; at least one
 * @param routes longest path first is the router's business; here they stand as written; at least one
 */
public record LbConfig(
        ListenerConfig listener,
        AdminConfig admin,
        ManagementConfig management,
        Map<String, PoolConfig> pools,
        List<RouteConfig> routes) {}
