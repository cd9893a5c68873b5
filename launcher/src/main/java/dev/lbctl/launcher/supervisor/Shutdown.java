package dev.lbctl.launcher.supervisor;

import java.util.concurrent.CompletableFuture;

/** Ends all nodes, the balancer first, which finishes what is under way. Runs on the supervisor's thread. */
final class Shutdown {
    private final Fleet fleet;
    private final Lifecycle lifecycle;
    private final StopLadder ladder;
    private final OwnerThread owner;

    Shutdown(Fleet fleet, Lifecycle lifecycle, StopLadder ladder, OwnerThread owner) {
        this.fleet = fleet;
        this.lifecycle = lifecycle;
        this.ladder = ladder;
        this.owner = owner;
    }

    /** From now on nothing is started again. Completes when nothing runs any more. */
    CompletableFuture<Void> begin() {
        lifecycle.close();
        return ladder.endAll(fleet.balancer().stream().toList())
                .thenCompose(quiet -> owner.ask(() -> ladder.endAll(fleet.others())));
    }

    /** Ends at once whoever still runs. */
    void hurry() {
        ladder.killAll(fleet.all());
    }
}
