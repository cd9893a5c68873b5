package dev.lbctl.balancer;

import dev.lbctl.balancer.accesslog.AccessLog;
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
import dev.lbctl.balancer.operator.Expiry;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.balancer.upstream.Transport;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where the balancer's parts are made and connected. */
public final class Balancer {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final LbConfig config;
    private final Expiry expiry;
    private final HealthChecker health;
    private final ControlServer control;
    private final ProxyServer proxy;
    private final Pool admin;
    private final AccessLog log;

    /**
     * A balancer that does not listen yet.
     *
     * @param token what changes by the admin API must carry; null refuses them all
     * @param overrides where is kept what an operator changes
     */
    public Balancer(LbConfig config, @Nullable String token, OverridesFile overrides, InstantSource clock) {
        this.config = config;
        EventLog events = new EventLog(clock);
        Metrics metrics = new Metrics(clock);
        Map<String, Steered> steered = Pools.of(config, new Secrets(overrides.path()), events, metrics);
        Operator operator = new Operator(steered, overrides, events::accept, clock);
        operator.restore();
        this.expiry = new Expiry(operator);
        Map<String, Pool> pools = new LinkedHashMap<>();
        steered.forEach((name, each) -> pools.put(name, each.pool()));
        ProbeLoop probes = new ProbeLoop(Transport.best());
        this.health = new HealthChecker(
                pools.values(),
                config.pools().values().stream().collect(Collectors.toMap(PoolConfig::name, PoolConfig::fitness)),
                probes,
                new Pace(probes.thread(), RandomGenerator.getDefault(), clock));
        config.pools().values().stream()
                .filter(pool -> !pool.balance().slowStart().isZero())
                .forEach(pool -> health.startSlowly(
                        Objects.requireNonNull(pools.get(pool.name())),
                        pool.balance().slowStart()));
        this.admin = new Pool("admin", List.of(), event -> {});
        this.log = AccessLog.open(config.listener().accessLog());
        Router router = Routing.router(config, steered, admin);
        Gateway gateway = new Gateway(
                router,
                new Recording(metrics, log),
                Judge::attempted,
                new RequestIds(new SecureRandom().nextLong()),
                config.listener(),
                clock);
        int eventLoops = Runtime.getRuntime().availableProcessors();
        this.proxy = new ProxyServer(config.listener(), gateway, Transport.best(), eventLoops);
        Controlled controlled =
                new Controlled(config, pools, operator, metrics, new Explainer(router), log::dropped, clock);
        this.control = new ControlServer(controlled, events, token, proxy::isListening);
    }

    /**
     * Begins to serve: the control plane at once, traffic when every member has its first probe's result.
     *
     * @throws IOException when an address cannot be had; its message names it
     */
    public void start() throws IOException {
        expiry.start();
        CompletableFuture<Void> probed = health.start();
        control.start();
        Backend self = new Backend("admin", config.admin().address().host(), control.port());
        admin.join(self);
        admin.report(self, Health.UP, "this process");
        probed.join();
        proxy.start();
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
        expiry.close();
        health.stop();
        log.close();
    }
}
