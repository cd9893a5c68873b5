package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.supervisor.Supervisor.Phase;
import java.util.concurrent.CompletableFuture;

/**
 * The way of the cluster as a whole: it comes up, serves, ends in good order, and each of that once. Runs on the supervisor's
 * thread; where it is may be read from any.
 */
final class Course {
    private final OwnerThread owner;
    private final Startup startup;
    private final Shutdown shutdown;
    private final Runnable onReady;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile Phase phase = Phase.STARTING;

    /** Begins with a cluster of which nothing runs yet. */
    Course(OwnerThread owner, Startup startup, Shutdown shutdown, Runnable onReady) {
        this.owner = owner;
        this.startup = startup;
        this.shutdown = shutdown;
        this.onReady = onReady;
    }

    Phase phase() {
        return phase;
    }

    /** Whether somebody has asked for its end, or its start has failed. */
    boolean isEnding() {
        return phase == Phase.STOPPING || phase == Phase.STOPPED;
    }

    /** Completes when nothing runs any more. */
    CompletableFuture<Void> stopped() {
        return stopped.copy();
    }

    /** Finds out whether a start is over; to be called after each change of a node. */
    void look() {
        if (phase != Phase.STARTING) {
            return;
        }
        startup.proceed();
        if (startup.hasFailed()) {
            end();
        } else {
            startup.serving().ifPresent(serving -> owner.when(serving, now -> ready()));
        }
    }

    private void ready() {
        if (phase == Phase.STARTING) {
            phase = Phase.READY;
            startup.succeeded();
            onReady.run();
        }
    }

    /** Asked again it is the same end. */
    void end() {
        if (!isEnding()) {
            phase = Phase.STOPPING;
            owner.when(shutdown.begin(), gone -> over());
        }
    }

    /** The same, with SIGKILL for whoever runs. */
    void endNow() {
        end();
        shutdown.hurry();
    }

    private void over() {
        phase = Phase.STOPPED;
        startup.ended();
        stopped.complete(null);
    }
}
