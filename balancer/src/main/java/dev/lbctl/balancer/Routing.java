package dev.lbctl.balancer;

import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.HeaderConfig;
import dev.lbctl.config.HostHeader;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which routes a configuration makes: to its pools, and to the control plane. */
final class Routing {
    private static final List<String> ADMIN_PATHS =
            List.of("/dashboard", "/static", "/metrics", "/status", "/health", "/algorithm", "/reset");
    private static final TrafficConfig ADMIN_TRAFFIC = new TrafficConfig(
            new RetryConfig(0, 0, 0, 0),
            new TimeoutConfig(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    Duration.ofHours(1)),
            new ConnectionConfig(Integer.MAX_VALUE, 16, Duration.ofSeconds(20), Duration.ofHours(1)),
            new QueueConfig(0),
            HostHeader.PRESERVE);

    private Routing() {}

    /** The way to the control plane. */
    static Destination toAdmin(Pool admin) {
        Selection only = new Selection(admin, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
        Destination destination = Destination.of(only, ADMIN_TRAFFIC);
        admin.watch(snapshot -> destination.room().callNext());
        return destination;
    }

    /**
     * The routes of a configuration.
     *
     * @param pools by name
     */
    static Router router(LbConfig config, Map<String, Destination> pools, Destination admin) {
        List<Route> routes = new ArrayList<>();
        if (config.listener().adminPaths()) {
            ADMIN_PATHS.forEach(path -> routes.add(new Route(null, path, admin, Rewrite.NONE, true)));
        }
        config.routes()
                .forEach(route -> routes.add(new Route(
                        route.host(),
                        route.path(),
                        Objects.requireNonNull(pools.get(route.pool()), route.pool()),
                        rewrite(route, Objects.requireNonNull(config.pools().get(route.pool()))),
                        false)));
        return new Router(routes);
    }

    private static Rewrite rewrite(RouteConfig route, PoolConfig pool) {
        StickyConfig sticky = pool.balance().sticky();
        return new Rewrite(
                route.stripPrefix(),
                edits(route.requestHeaders()),
                edits(route.responseHeaders()),
                sticky == null ? null : sticky.cookie());
    }

    private static HeaderEdits edits(HeaderConfig config) {
        return HeaderEdits.of(config.set(), config.add(), config.remove());
    }
}
