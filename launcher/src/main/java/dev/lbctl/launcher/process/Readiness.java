package dev.lbctl.launcher.process;

import dev.lbctl.launcher.http.PlainHttp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

    /** It takes a while to build: meanwhile children can be spawned. */
    private final CompletableFuture<HttpClient> http =
            CompletableFuture.supplyAsync(() -> PlainHttp.client(PROBE_TIMEOUT));

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
    @SuppressWarnings("FutureReturnValueIgnored") // how it ends is told by `ready`
    private void ask(URI health, CompletableFuture<Boolean> ready) {
        if (ready.isDone()) {
            return;
        }
        if (!isListening(new InetSocketAddress(health.getHost(), health.getPort()))) {
            NEXT.execute(() -> ask(health, ready));
        } else if (health.getScheme().equals("tcp")) {
            ready.complete(true);
        } else {
            HttpRequest probe =
                    HttpRequest.newBuilder(health).timeout(PROBE_TIMEOUT).build();
            http.thenCompose(client -> client.sendAsync(probe, BodyHandlers.discarding()))
                    .whenComplete((response, failure) -> {
                        if (failure == null && response.statusCode() >= 200 && response.statusCode() < 400) {
                            ready.complete(true);
                        } else {
                            NEXT.execute(() -> ask(health, ready));
                        }
                    });
        }
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
