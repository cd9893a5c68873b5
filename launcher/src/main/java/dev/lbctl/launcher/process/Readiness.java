package dev.lbctl.launcher.process;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.http.PlainCall;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a child every 20 ms, by a connection or then by HTTP, until it answers. Blocks nobody. */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);
    private static final Executor NEXT = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    /** Whoever runs for so long has not failed at once. */
    private static final Executor PROVEN = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    /** Whoever has taken the connection is waited for, each by a thread of its own. */
    private final ExecutorService http = Executors.newCachedThreadPool(Readiness::daemon);

    /**
     * True once a GET of an {@code http} address is answered with 200–399, or somebody takes a connection to a {@code tcp}
     * address, or the child of a {@code process} address has run for half a second; false when that did not happen in time, or the child ended before.
     */
    public CompletableFuture<Boolean> await(URI health, Child child, Duration limit) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        ready.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS);
        child.exit().thenRun(() -> ready.complete(false));
        if (health.getScheme().equals("process")) {
            PROVEN.execute(() -> ready.complete(true));
        } else {
            NEXT.execute(() -> ask(health, ready));
        }
        return ready;
    }

    /** By HTTP only when somebody listens: to learn by it that nobody does costs many times more, and a start is full of that. */
    private void ask(URI health, CompletableFuture<Boolean> ready) {
        if (ready.isDone()) {
            return;
        }
        if (!isListening(new InetSocketAddress(health.getHost(), health.getPort()))) {
            NEXT.execute(() -> ask(health, ready));
        } else if (health.getScheme().equals("tcp")) {
            ready.complete(true);
        } else {
            http.execute(() -> askByHttp(health, ready));
        }
    }

    private void askByHttp(URI health, CompletableFuture<Boolean> ready) {
        if (isHealthy(health)) {
            ready.complete(true);
        } else {
            NEXT.execute(() -> ask(health, ready));
        }
    }

    private static boolean isHealthy(URI health) {
        Address server = Address.parse(health.getRawAuthority()).orElseThrow();
        String query = health.getRawQuery() == null ? "" : "?" + health.getRawQuery();
        try {
            int status = new PlainCall(server, "GET", health.getRawPath() + query).status(PROBE_TIMEOUT);
            return status >= 200 && status < 400;
        } catch (IOException notYet) {
            LOG.trace("{} does not answer yet", health, notYet);
            return false;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "readiness");
        thread.setDaemon(true);
        return thread;
    }

    /** A port nobody listens on may be picked for the caller's own end, and the caller is then connected to itself. */
    private static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) PROBE_TIMEOUT.toMillis());
            return socket.getLocalPort() != address.getPort();
        } catch (IOException notYet) {
            LOG.trace("nobody listens on {} yet", address, notYet);
            return false;
        }
    }
}
