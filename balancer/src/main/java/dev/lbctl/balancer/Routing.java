package dev.lbctl.balancer;

import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.operator.Steered;
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
import java.util.HashMap;
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

    private final Map<String, Steered> pools;
    private final Map<String, Destination> destinations = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();

    private Routing(Map<String, Steered> pools) {
        this.pools = pools;
    }

    /** @param admin the control plane */
    static Router router(LbConfig config, Map<String, Steered> pools, Pool admin) {
        Routing routing = new Routing(pools);
        if (config.listener().adminPaths()) {
            Selection only = new Selection(admin, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
            Destination self = destination(admin, only, ADMIN_TRAFFIC);
            ADMIN_PATHS.forEach(path -> routing.routes.add(new Route(null, path, self, Rewrite.NONE, true)));
        }
        config.routes().forEach(routing::add);
        return new Router(routing.routes);
    }

    private void add(RouteConfig route) {
        Steered to = Objects.requireNonNull(pools.get(route.pool()), route.pool());
        Destination destination = destinations.computeIfAbsent(
                route.pool(),
                name -> destination(to.pool(), to.selection(), to.config().traffic()));
        routes.add(new Route(route.host(), route.path(), destination, rewrite(route, to.config()), false));
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

    private static Destination destination(Pool pool, Selection selection, TrafficConfig traffic) {
        Destination destination = Destination.of(selection, traffic);
        pool.watch(snapshot ->
                destination.room().callNext()); // After the selection: whoever is called meets the new picker.
        return destination;
    }
}
