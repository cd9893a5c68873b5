package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.log.LifeLog;
import dev.lbctl.launcher.process.Child;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One process of a node, from spawn to exit. Owned by the supervisor's thread. */
final class Life {
    final Child child;
    /** What it has written. */
    final LifeLog output;
    /** Completes once it is ready and the balancer knows, or once it is clear that it will not be. */
    final CompletableFuture<Void> settled = new CompletableFuture<>();
    /** Completes once its exit has been dealt with. */
    final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** When its health path answered first; null before. */
    @Nullable
    Instant ready;
    /** Why it ends, when somebody wanted it to; null makes its exit a crash. */
    @Nullable
    String order;
    /** Why we ended it although nobody wanted it to; null otherwise. */
    @Nullable
    String fault;

    Life(Child child, LifeLog output) {
        this.child = child;
        this.output = output;
    }
}
