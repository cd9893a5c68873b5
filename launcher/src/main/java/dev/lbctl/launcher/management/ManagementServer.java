package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.Endpoints;
import dev.lbctl.balancer.surface.AccessRule;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.DashboardAssets;
import dev.lbctl.balancer.surface.Feeds;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.supervisor.Supervisor;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The launcher's HTTP server: the management API and the browser dashboard. Every route stands in one table here. */
public final class ManagementServer implements AutoCloseable {
    private final Feeds feeds = new Feeds();
    private final EventEndpoint events;
    private final NodeEndpoints nodes;
    private final FleetEndpoints fleet;
    private final FaultEndpoints faults;
    private final LogEndpoints logs;
    private final ReloadEndpoint reload;
    private final DashboardAssets dashboard;
    private final Javalin server;

    /** Listens at once. */
    public ManagementServer(ClusterRecord cluster, String token, Supervisor supervisor, Sources sources) {
        this.events = new EventEndpoint(sources.events(), sources.report(), feeds);
        this.nodes = new NodeEndpoints(supervisor, sources.report());
        this.fleet = new FleetEndpoints(supervisor, sources.report());
        this.faults = new FaultEndpoints(supervisor, nodes);
        this.reload = new ReloadEndpoint(sources.reload());
        this.logs = new LogEndpoints(supervisor, feeds);
        Endpoints endpoints =
                new Endpoints(cluster.admin().port(), cluster.management().port());
        this.dashboard = new DashboardAssets(() -> endpoints);
        supervisor.onChange(events::nodesChanged);
        Set<Integer> dashboardPorts = Set.of(
                cluster.listener().port(),
                cluster.admin().port(),
                cluster.management().port());
        AccessRule rule = new AccessRule(List.of(cluster.management()), dashboardPorts, token);
        this.server = Javalin.create(config -> {
                    ControlSurface.configure(config, cluster.management(), rule);
                    routes(config.routes);
                })
                .start();
    }

    /** What the server reads from. */
    public record Sources(ClusterReport report, EventRing events, Reload reload) {}

    private void routes(RoutesConfig routes) {
        routes.get("/", request -> request.redirect("/dashboard"));
        routes.get("/health", request -> request.json(Map.of("status", "ok")));
        routes.get("/status", nodes::status);
        routes.get("/nodes", nodes::list);
        routes.get("/nodes/{name}", nodes::one);
        routes.get("/nodes/{name}/logs", logs::logs);
        routes.get("/usage", nodes::usage);
        routes.get("/events", events::events);
        routes.post("/kill/{name}", nodes::kill);
        routes.post("/start/{name}", nodes::start);
        routes.post("/stop/{name}", nodes::stop);
        routes.post("/restart/{name}", nodes::restart);
        routes.post("/fault/{name}", faults::begin);
        routes.delete("/fault/{name}", faults::end);
        routes.post("/scale", fleet::scale);
        routes.get("/rolling", fleet::rolling);
        routes.post("/rolling", fleet::roll);
        routes.post("/reload", reload::reload);
        routes.post("/shutdown", nodes::shutdown);
        dashboard.register(routes);
    }

    @Override
    public void close() {
        events.close();
        feeds.close();
        server.stop();
    }
}
