package dev.lbctl.launcher.demo;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.bench.Bench;
import dev.lbctl.launcher.bench.Message;
import dev.lbctl.launcher.bench.Plan;
import dev.lbctl.launcher.bench.Result;
import dev.lbctl.launcher.client.BalancerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The clients of the tour: as {@code lbctl bench} has them, on a thread of their own, from beginning to end. */
final class Crowd {
    /** Requests a second. */
    static final int RATE = 200;

    static final int CLIENTS = 8;
    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Bench bench;
    private final CompletableFuture<Result> result;
    /** What each server was given, also before it left the pool: when it is back its own count begins anew. */
    private final Map<String, Long> given = new HashMap<>();

    private final Map<String, Long> lastCounts = new HashMap<>();
    private volatile Bench.Stage stage = new Bench.Stage(0, 0, 0, 0);

    Crowd(Address listener) {
        InetSocketAddress address = new InetSocketAddress(listener.host(), listener.port());
        Plan.Target target = new Plan.Target(address, listener.toString(), Message.get("/"));
        this.bench = new Bench(new Plan(target, CLIENTS, new Plan.Limit(Long.MAX_VALUE, AT_MOST), RATE));
        this.result = CompletableFuture.supplyAsync(this::ask, work -> new Thread(work, "crowd").start());
    }

    private Result ask() {
        try {
            return bench.run(now -> stage = now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the clients saw up to now, and what the balancer says of it. Asked often, by one thread. */
    Seen seen(BalancerClient balancer) {
        StatusReport status = balancer.status();
        for (BackendStatus backend : status.backendServers()) {
            long now = backend.totalRequests();
            long before = Objects.requireNonNullElse(lastCounts.put(backend.name(), now), 0L);
            given.merge(backend.name(), now < before ? now : now - before, Long::sum);
        }
        Bench.Stage now = stage;
        return new Seen(now.answered(), now.failed(), status.statistics().retries(), Map.copyOf(given));
    }

    /** Sends no more. */
    Result end() {
        bench.stop();
        return result.join();
    }
}
