package dev.lbctl.launcher;

import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.management.ClusterReport;
import dev.lbctl.launcher.management.ManagementServer;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Outcome;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.util.concurrent.CompletableFuture;

/**
 * A running cluster, in the process that looks after it. While it runs, the end of this JVM, as by SIGTERM, stops the cluster in
 * good order.
 */
public final class Launcher {
    private final EventRing events;
    private final Supervisor supervisor;
    private final ClusterReport report;
    private final Reload reload;
    private final CompletableFuture<StartResult> started;
    private final CompletableFuture<Void> ended;

    Launcher(
            Supervisor supervisor,
            ManagementServer.Sources sources,
            CompletableFuture<StartResult> started,
            CompletableFuture<Void> ended) {
        this.supervisor = supervisor;
        this.report = sources.report();
        this.events = sources.events();
        this.reload = sources.reload();
        this.started = started;
        this.ended = ended;
    }

    /**
     * Starts a cluster, or adopts what an earlier launcher that died has left of it. Returns at once; the nodes come up meanwhile.
     *
     * @throws StartRefused when it runs already, a port is taken, or the run directory cannot be used; then nothing runs
     */
    public static Launcher start(Source source, RunDirectory directory) throws StartRefused {
        Launcher launcher = new ClusterStart(source, directory).start();
        ShutdownHook.install(launcher::shutdown);
        return launcher;
    }

    /** Waits until the cluster serves, or until it is clear that it will not; then nothing of it runs any more. */
    public StartResult awaitReady() {
        return started.join();
    }

    /** The cluster now. */
    public ClusterStatus status() {
        return report.status().join();
    }

    /** What happened, of launcher and balancer; from the start on. */
    public EventRing events() {
        return events;
    }

    /** Has the cluster go by what its file says now. Takes its time, on this thread; an event tells what came of it. */
    public Outcome reload(String by) {
        return reload.run(by, false);
    }

    /** Stops the cluster in good order: the balancer, then the servers; within 20 s. Asked again it is the same stop. */
    public CompletableFuture<Void> shutdown() {
        return supervisor.shutdown().thenCompose(stopped -> ended.copy());
    }

    /** Stops the cluster with SIGKILL. */
    public CompletableFuture<Void> shutdownNow() {
        return supervisor.shutdownNow().thenCompose(stopped -> ended.copy());
    }

    /** Waits until the cluster has been stopped, by whomever, and its run directory is cleared. */
    public void awaitStopped() {
        ended.join();
    }
}
