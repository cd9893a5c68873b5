package dev.lbctl.launcher.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Asks a child's health path every 50 ms until it answers. Blocks nobody. */
public final class Readiness {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);
    private static final Executor NEXT = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    /** It takes a while to build: meanwhile children can be spawned. */
    private final CompletableFuture<HttpClient> http = CompletableFuture.supplyAsync(() -> HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PROBE_TIMEOUT)
            .build());

    /** True once a GET is answered with 200–399; false when that did not happen in time, or the child ended before. */
    @SuppressWarnings("FutureReturnValueIgnored") // how each step ends is told by `ready`
    public CompletableFuture<Boolean> await(URI health, Child child, Duration limit) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        ready.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS);
        child.exit().thenRun(() -> ready.complete(false));
        HttpRequest probe =
                HttpRequest.newBuilder(health).timeout(PROBE_TIMEOUT).build();
        http.thenAccept(client -> ask(client, probe, ready));
        return ready;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how it ends is told by `ready`
    private static void ask(HttpClient client, HttpRequest probe, CompletableFuture<Boolean> ready) {
        if (ready.isDone()) {
            return;
        }
        client.sendAsync(probe, BodyHandlers.discarding()).whenComplete((response, failure) -> {
            if (failure == null && response.statusCode() >= 200 && response.statusCode() < 400) {
                ready.complete(true);
            } else {
                NEXT.execute(() -> ask(client, probe, ready));
            }
        });
    }
}
