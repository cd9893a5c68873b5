package dev.lbctl.balancer;

import dev.lbctl.balancer.check.ProbeLoop;
import dev.lbctl.balancer.control.ControlServer;
import dev.lbctl.balancer.control.Controlled;
import dev.lbctl.balancer.event.EventLog;
import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.explain.Explainer;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.health.HealthChecker;
import dev.lbctl.balancer.health.Judge;
import dev.lbctl.balancer.listener.ProxyServer;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.reload.Proposal;
import dev.lbctl.balancer.reload.ReloadResult;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.scorecard.Scorecards;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The one place where the balancer's parts are made and connected. */
public final class Balancer {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    /** Somebody may want to see why they take so long. */
    private static final Duration SLOW_PROBES = Duration.ofMillis(300);

    private final Ticker ticker;
    private final HealthChecker health;
    private final ControlPlane control;
    private final ProxyServer proxy;
    private final Recording recording;
    private final Reloader reloader;

    /**
     * A balancer that does not listen yet.
     *
     * @param token what changes by the admin API must carry; null refuses them all
     * @param overrides where is kept what an operator changes
     * @throws UncheckedIOException when this machine cannot drive sockets as the configuration asks
     */
    public Balancer(LbConfig config, @Nullable String token, OverridesFile overrides, InstantSource clock) {
        EventLog events = new EventLog(clock);
        Metrics metrics = new Metrics(clock);
        Network network = Network.ofSystem(config.listener().socket().transport());
        ProbeLoop probes = new ProbeLoop(network);
        this.health = new HealthChecker(probes, new Pace(probes.thread(), RandomGenerator.getDefault(), clock));
        Scorecards scorecards = new Scorecards(events::publishCard, clock);
        Pools pools = new Pools(events.andThen(scorecards::changed), health, new Secrets(overrides.path()));
        Operator operator = new Operator(pools.take(config, News.NONE), overrides, events::accept, clock);
        operator.restore();
        this.ticker = new Ticker(operator::expire, scorecards::tick);
        this.recording = new Recording(metrics, scorecards, config.listener().accessLog());
        Pool admin = new Pool("admin", List.of(), event -> {});
        Destination toAdmin = Routing.toAdmin(admin);
        Gateway gateway = new Gateway(
                Routing.router(config, pools.destinations(), toAdmin),
                recording,
                Judge::attempted,
                new RequestIds(new SecureRandom().nextLong()),
                config.listener(),
                clock);
        int eventLoops = Runtime.getRuntime().availableProcessors();
        this.proxy = new ProxyServer(gateway, network, eventLoops);
        Changeover changeover = new Changeover(pools, operator, health, proxy, recording, toAdmin);
        this.reloader = new Reloader(config, changeover, (type, message) -> events.publish(type, null, message), clock);
        Explainer explainer = new Explainer(() -> proxy.current().router());
        Controlled controlled =
                new Controlled(reloader, operator, scorecards, metrics, explainer, recording::dropped, clock);
        this.control = new ControlPlane(
                () -> new ControlServer(controlled, events, token, proxy::isListening),
                admin,
                config.admin().address().host());
    }

    /**
     * Begins to serve: traffic when every member has its first probe's result, then the control plane, or sooner while
     * that takes long.
     *
     * @throws IOException when an address cannot be had; its message names it
     */
    public void start() throws IOException {
        ticker.start();
        CompletableFuture<Void> probed = health.start();
        control.startWithin(SLOW_PROBES);
        probed.join();
        proxy.start();
        control.start();
    }

    /**
     * Goes over to what a file says now, or stays with what it has when that cannot be.
     *
     * @param by who wants it, in words for a person
     */
    public ReloadResult reload(Path file, String by) {
        return reloader.replace(new Proposal(ConfigFile.read(file), by, any -> true, false));
    }

    /** The port traffic comes in by. */
    public int port() {
        return proxy.port();
    }

    public int adminPort() {
        return control.port();
    }

    /** Stops listening, lets exchanges finish for a while, and ends. */
    public void stop() {
        proxy.stop(STOP_PATIENCE);
        control.stop();
        ticker.close();
        health.stop();
        recording.close();
    }
}
