package dev.lbctl.launcher;

import dev.lbctl.balancer.api.AlgorithmReport;
import dev.lbctl.balancer.api.Endpoints;
import dev.lbctl.balancer.surface.AccessRule;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.DashboardAssets;
import dev.lbctl.balancer.surface.Feed;
import dev.lbctl.balancer.surface.Feeds;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.process.PortPicker;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Both APIs as the page knows them, and behind them nothing but a {@link Torrent}: what the balancer would send of it, as often. */
final class Flood implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int REQUESTS_A_TICK = 50;
    private static final int PAST_EVENTS = 250;

    private final Address admin = PortPicker.resolve(new Address("127.0.0.1", 0));
    private final Address management = PortPicker.resolve(new Address("127.0.0.1", 0));
    private final Endpoints endpoints = new Endpoints(admin.port(), management.port());
    private final Feeds feeds = new Feeds();
    private final AtomicLong lastEvent = new AtomicLong();
    private final Torrent torrent;
    private final List<Javalin> servers;

    Flood(Torrent torrent) {
        this.torrent = torrent;
        this.servers = List.of(server(admin, this::balancer), server(management, this::launcher));
    }

    String url() {
        return admin.url() + "/dashboard";
    }

    /** The number of the last event that was sent. */
    long lastEvent() {
        return lastEvent.get();
    }

    private Javalin server(Address address, Consumer<RoutesConfig> routes) {
        AccessRule rule = new AccessRule(List.of(address), Set.of(admin.port(), management.port()), null);
        return Javalin.create(config -> {
                    ControlSurface.configure(config, address, rule);
                    routes.accept(config.routes);
                })
                .start();
    }

    private void balancer(RoutesConfig routes) {
        new DashboardAssets(() -> endpoints).register(routes);
        routes.get("/events", request -> feeds.open(request, this::tellOfTraffic));
        routes.get("/history", this::history);
        routes.get("/algorithm", request -> request.json(new AlgorithmReport("round_robin", List.of(), List.of())));
    }

    private void launcher(RoutesConfig routes) {
        routes.get("/events", request -> feeds.open(request, this::tellOfNodes));
        routes.get("/status", request -> request.json(Map.of("cluster", "flood")));
        routes.get("/usage", request -> request.json(new UsageReport(1, List.of())));
    }

    private void history(Context request) {
        String after = request.queryParam("after");
        Instant known = after == null ? Instant.EPOCH : Instant.parse(after);
        request.json(torrent.history(Instant.now(), known));
    }

    private void tellOfTraffic(Feed feed) throws IOException, InterruptedException {
        for (int i = 0; i < PAST_EVENTS; i++) {
            tellEvent(feed);
        }
        for (int tick = 0; ; tick++) {
            Instant now = Instant.now();
            if (tick % 4 == 0) {
                feed.send("status", null, torrent.status(now));
            }
            feed.send("requests", null, torrent.requests(now, REQUESTS_A_TICK));
            tellEvent(feed);
            feed.flush();
            Thread.sleep(TICK.toMillis());
        }
    }

    private void tellEvent(Feed feed) throws IOException {
        long id = lastEvent.incrementAndGet();
        feed.send("event", id, torrent.event(id, Instant.now()));
    }

    private void tellOfNodes(Feed feed) throws IOException, InterruptedException {
        while (true) {
            feed.send("nodes", null, torrent.nodes(Instant.now()));
            feed.flush();
            Thread.sleep(1000);
        }
    }

    @Override
    public void close() {
        feeds.close();
        servers.forEach(Javalin::stop);
    }
}
