package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Prober;
import dev.lbctl.balancer.probe.Probing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Probes some backends once, before they are in a pool. Owner: the health checker's thread, once it has begun. */
final class FirstLook {
    private static final int PATIENCE_SECONDS = 10;

    private final Probing probing;
    private final Collection<Backend> backends;
    private final Map<Backend, Probe.Result> seen = new ConcurrentHashMap<>();

    FirstLook(Probing probing, Collection<Backend> backends) {
        this.probing = probing;
        this.backends = List.copyOf(backends);
    }

    /** What each came to, as far as that is known after ten seconds. Any thread. */
    CompletableFuture<Map<Backend, Probe.Result>> begin() {
        return CompletableFuture.supplyAsync(this::all, probing.pace().owner())
                .thenCompose(done -> done)
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(done -> seen);
    }

    private CompletableFuture<Void> all() {
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        backends.forEach(backend -> looks.add(look(backend)));
        return CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> look(Backend backend) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Prober prober = new Prober(probing, backend, probed -> {
            seen.put(backend, probed.result());
            done.complete(null);
        });
        prober.probe();
        return done.thenRun(prober::close);
    }
}
