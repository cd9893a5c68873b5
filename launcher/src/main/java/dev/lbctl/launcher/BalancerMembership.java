package dev.lbctl.launcher;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.supervisor.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells the balancer of its servers through its admin API, on threads of its own. One that is gone is no failure: that is told
 * elsewhere, and the one that follows begins with the servers that are there.
 */
final class BalancerMembership implements Membership {
    private static final Logger LOG = LoggerFactory.getLogger(BalancerMembership.class);
    private static final long POLL_MS = 50;
    private static final int UNKNOWN = 404;

    private final CompletableFuture<BalancerClient> client;
    private final ExecutorService news = Executors.newSingleThreadExecutor(BalancerMembership::thread);
    private final ExecutorService waits = Executors.newCachedThreadPool(BalancerMembership::thread);

    /** The client may come later: nobody waits for it before there is a balancer. */
    BalancerMembership(CompletableFuture<BalancerClient> client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<Void> join(NodeSpec server) {
        boolean returns = server.care().restart() != RestartPolicy.NEVER;
        JoinRequest backend = new JoinRequest(server.name(), server.address().url(), server.pool(), returns);
        return tell(
                "join of " + server.name(), () -> isThere(() -> client.join().join(backend)));
    }

    @Override
    public CompletableFuture<Void> expect(String server, Duration within, @Nullable Ending ending) {
        BackendChange change = BackendChange.returning(
                Durations.format(within), ending == null ? null : ending.cause(), ending == null ? null : ending.at());
        return tell("return of " + server, () -> isThere(() -> client.join().expect(server, change)));
    }

    @Override
    public CompletableFuture<Void> drain(String server, Duration limit) {
        return call(waits, "drain of " + server, () -> {
            if (isThere(() -> client.join().setAside(server))) {
                awaitTrue(() -> inFlight(server) == 0, limit);
            }
        });
    }

    @Override
    public CompletableFuture<Void> leave(String server) {
        return tell("leave of " + server, () -> isThere(() -> client.join().leave(server)));
    }

    @Override
    public CompletableFuture<Void> awaitServing(Set<String> servers, Duration limit) {
        return call(waits, "wait for members", () -> awaitTrue(() -> serving().containsAll(servers), limit));
    }

    /**
     * Whether the balancer knows whom the call is about: one that ended before it was ready never joined, and a pool that is new
     * comes with its configuration, servers included.
     */
    private static boolean isThere(Runnable call) {
        try {
            call.run();
            return true;
        } catch (CallFailure.Refused refused) {
            if (refused.status() != UNKNOWN) {
                throw refused;
            }
            return false;
        }
    }

    private int inFlight(String server) {
        return members().stream()
                .filter(member -> member.name().equals(server))
                .mapToInt(BackendStatus::activeConnections)
                .sum();
    }

    private Set<String> serving() {
        return members().stream()
                .filter(BackendStatus::healthy)
                .map(BackendStatus::name)
                .collect(Collectors.toSet());
    }

    private List<BackendStatus> members() {
        return client.join().backends().backends();
    }

    /** In the order in which it happened. */
    private CompletableFuture<Void> tell(String what, Runnable call) {
        return call(news, what, call);
    }

    private static CompletableFuture<Void> call(Executor thread, String what, Runnable call) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        call.run();
                    } catch (CallFailure e) {
                        boolean isGone = e instanceof CallFailure.Unreachable unreachable && !unreachable.isLate();
                        LOG.atLevel(isGone ? Level.DEBUG : Level.WARN).log("{}: {}", what, e.getMessage());
                    }
                },
                thread);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "membership");
        thread.setDaemon(true);
        return thread;
    }

    private static void awaitTrue(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
