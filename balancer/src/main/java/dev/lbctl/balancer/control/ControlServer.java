package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.Endpoints;
import dev.lbctl.balancer.event.EventLog;
import dev.lbctl.balancer.history.History;
import dev.lbctl.balancer.surface.AccessRule;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.DashboardAssets;
import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The balancer's admin API and its dashboard. All routes stand in one table here. */
public final class ControlServer {
    /** As it was at the start: where this server listens, and who may ask it, does not change. */
    private final LbConfig config;

    private final ConfigEndpoints configuration;
    private final StatusEndpoints status;
    private final PoolEndpoints pools;
    private final AlgorithmEndpoints algorithms;
    private final MetricsEndpoints metrics;
    private final ExplainEndpoints explain;
    private final HistoryEndpoint history;
    private final EventEndpoint events;
    private final Javalin server;

    /**
     * A server that does not listen yet.
     *
     * @param token what changes must carry; null refuses them all
     * @param listening whether traffic can come in
     */
    public ControlServer(Controlled subject, EventLog events, @Nullable String token, BooleanSupplier listening) {
        ApiMapping mapping = new ApiMapping(subject);
        this.config = subject.reloader().now().config();
        this.configuration = new ConfigEndpoints(subject.reloader());
        this.status = new StatusEndpoints(subject, mapping, listening);
        Lookup lookup = new Lookup(subject);
        this.pools = new PoolEndpoints(subject.operator(), subject.scorecards(), lookup, mapping);
        this.algorithms = new AlgorithmEndpoints(subject.operator(), lookup, mapping);
        this.metrics = new MetricsEndpoints(new PrometheusView(subject), mapping);
        this.explain =
                new ExplainEndpoints(subject.explainer(), subject.metrics().ring());
        this.history = new HistoryEndpoint(new History(subject::pools, subject.metrics(), subject.clock()));
        this.events = new EventEndpoint(events, mapping);
        this.server = Javalin.create(javalin -> configure(javalin, token));
    }

    /** Listens from now on; an address that cannot be had is an {@link UncheckedIOException} that names it. */
    public void start() {
        try {
            server.start();
            history.start();
        } catch (JavalinBindException e) {
            BindException named = new BindException("cannot listen on " + address() + " for the admin API");
            named.initCause(e);
            throw new UncheckedIOException(named);
        }
    }

    public int port() {
        return server.port();
    }

    public void stop() {
        history.stop();
        events.stop();
        server.stop();
    }

    private void configure(JavalinConfig javalin, @Nullable String token) {
        ControlSurface.configure(javalin, address(), new AccessRule(reachableAt(), dashboardPorts(), token));
        DashboardAssets pages = new DashboardAssets(this::endpoints);
        pages.register(javalin.routes);
        javalin.routes.get("/docs", request -> pages.serve(request, "docs.html"));
        table().forEach(route -> javalin.routes.addHttpHandler(route.method(), route.path(), route.endpoint()));
    }

    /** What a request of one method and path is answered by. */
    record ControlRoute(HandlerType method, String path, Handler endpoint) {}

    /** All of them, apart from pages. */
    List<ControlRoute> table() {
        return List.of(
                get("/status", status::status),
                get("/requests", status::requests),
                get("/requests/{id}/explanation", explain::past),
                get("/explain", explain::foresee),
                get("/health", status::health),
                get("/livez", status::livez),
                get("/startedz", status::startedz),
                get("/readyz", status::readyz),
                new ControlRoute(HandlerType.POST, "/reset", status::reset),
                get("/metrics", metrics::metrics),
                get("/history", history::show),
                get("/events", events::listen),
                get("/backends", pools::list),
                get("/backends/{name}/probes", pools::probes),
                new ControlRoute(HandlerType.POST, "/backends", pools::join),
                new ControlRoute(HandlerType.PATCH, "/backends/{name}", pools::change),
                new ControlRoute(HandlerType.DELETE, "/backends/{name}", pools::remove),
                get("/config", configuration::show),
                new ControlRoute(HandlerType.PUT, "/config", configuration::replace),
                get("/algorithm", algorithms::show),
                new ControlRoute(HandlerType.POST, "/algorithm", algorithms::change),
                get("/openapi.yaml", ApiDescription::yaml),
                get("/openapi.json", ApiDescription::json));
    }

    private static ControlRoute get(String path, Handler endpoint) {
        return new ControlRoute(HandlerType.GET, path, endpoint);
    }

    private Address address() {
        return config.admin().address();
    }

    private List<Address> reachableAt() {
        return config.listener().adminPaths()
                ? List.of(address(), config.listener().address())
                : List.of(address());
    }

    private Set<Integer> dashboardPorts() {
        return Stream.of(
                        config.listener().address(),
                        address(),
                        config.management().address())
                .map(Address::port)
                .collect(Collectors.toSet());
    }

    private Endpoints endpoints() {
        int management = config.management().address().port();
        return new Endpoints(port(), management == 0 ? null : management);
    }
}
