package dev.lbctl.balancer;

import dev.lbctl.balancer.control.ControlServer;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The admin API of a balancer. To put it together takes longer than all the rest, so it is done behind the traffic, on a thread of
 * its own; then it is the one member of its pool.
 */
final class ControlPlane {
    private final CompletableFuture<Void> turn = new CompletableFuture<>();
    private final CompletableFuture<ControlServer> serving;

    /**
     * One that does not listen yet.
     *
     * @param host where it will
     */
    ControlPlane(Supplier<ControlServer> making, Pool pool, String host) {
        this.serving = turn.thenApplyAsync(
                now -> start(making.get(), pool, host), task -> new Thread(task, "control-start").start());
    }

    private static ControlServer start(ControlServer server, Pool pool, String host) {
        server.start();
        Backend self = new Backend("admin", host, server.port());
        pool.join(self);
        pool.report(self, Health.UP, "this process");
        return server;
    }

    /** Has it come up, after this time or sooner by {@link #start}. */
    void startWithin(Duration longest) {
        turn.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has it come up now, and waits until it listens; an address that cannot be had is an {@link UncheckedIOException} that names it. */
    void start() {
        turn.complete(null);
        try {
            serving.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException taken ? taken : e;
        }
    }

    /** Once it listens. */
    int port() {
        return serving.join().port();
    }

    /** If it listens. */
    void stop() {
        serving.thenAccept(ControlServer::stop);
    }
}
