package dev.lbctl.launcher;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.event.BalancerEvents;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.management.ClusterReport;
import dev.lbctl.launcher.management.ClusterStatus;
import dev.lbctl.launcher.management.ManagementServer;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.LogRotation;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.rundir.RunLock;
import dev.lbctl.launcher.supervisor.Supervisor;
import dev.lbctl.launcher.supervisor.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running cluster, in the process that looks after it. While it runs, the end of this JVM, as by SIGTERM, stops the cluster in
 * good order.
 */
public final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final RunDirectory directory;
    private final EventRing events;
    private final Supervisor supervisor;
    private final ClusterReport report;
    private final CompletableFuture<StartResult> started;
    private final CompletableFuture<Void> ended;

    private Launcher(RunDirectory directory, Parts parts, Remains remains) {
        this.directory = directory;
        this.events = parts.events();
        this.supervisor = parts.supervisor();
        this.report = parts.report();
        this.ended = supervisor.stopped().thenRun(() -> clear(parts));
        this.started = supervisor.launch(remains.survivors());
        parts.balancerEvents().start();
        ShutdownHook.install(this);
    }

    /** What is closed with the cluster, and what the cluster is seen by. */
    private record Parts(
            EventRing events,
            Supervisor supervisor,
            ClusterReport report,
            BalancerEvents balancerEvents,
            List<AutoCloseable> closeables) {}

    /**
     * Starts a cluster, or adopts what an earlier launcher that died has left of it. Returns at once; the nodes come up meanwhile.
     *
     * @throws StartRefused when it runs already, a port is taken, or the run directory cannot be used; nothing was started
     */
    public static Launcher start(LbConfig config, RunDirectory directory) throws StartRefused {
        try {
            directory.create();
            RunLock lock = directory.lock().orElseThrow(() -> runsAlready(directory));
            try {
                return start(config, directory, lock);
            } catch (StartRefused | IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "cannot use the run directory " + directory.path() + ": " + e,
                    "make it writable, or set XDG_STATE_HOME to a directory that is");
        }
    }

    private static Launcher start(LbConfig wanted, RunDirectory directory, RunLock lock)
            throws StartRefused, IOException {
        Remains remains = Remains.in(directory);
        LbConfig config = ListenAddresses.settle(wanted, remains);
        List<NodeSpec> specs = NodeSpecs.of(config, directory, remains);
        String token = directory.createToken();
        ClusterRecord cluster = new ClusterRecord(
                directory.cluster(),
                Identity.current(),
                config.listener().address(),
                config.admin().address(),
                config.management().address());
        InstantSource clock = InstantSource.system();
        EventRing events = new EventRing(clock);
        BalancerClient balancer = new BalancerClient(cluster.admin(), token);
        BalancerConfig balancerConfig = new BalancerConfig(config, directory);
        Supervisor supervisor = new Supervisor(
                specs,
                new Surroundings(directory, new BalancerMembership(balancer), events, balancerConfig::write, clock));
        ClusterReport report = new ClusterReport(cluster, supervisor, clock);
        ManagementServer management =
                new ManagementServer(cluster, token, supervisor, new ManagementServer.Sources(report, events));
        directory.write(cluster);
        BalancerEvents balancerEvents = new BalancerEvents(balancer, events);
        List<AutoCloseable> closeables = List.of(balancerEvents, management, new LogRotation(directory), lock);
        return new Launcher(directory, new Parts(events, supervisor, report, balancerEvents, closeables), remains);
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

    private static StartRefused runsAlready(RunDirectory directory) {
        String launcher = "";
        try {
            launcher = directory
                    .clusterRecord()
                    .map(record -> " (launcher pid " + record.launcher().pid() + ")")
                    .orElse("");
        } catch (IOException e) {
            LOG.debug("no cluster record to name the launcher by", e);
        }
        String name = directory.cluster();
        return new StartRefused(
                "cluster \"" + name + "\" runs already" + launcher,
                "lbctl ps shows it, lbctl down stops it; another one needs --name and other ports");
    }

    private void clear(Parts parts) {
        try {
            directory.forget();
            for (AutoCloseable part : parts.closeables()) {
                part.close();
            }
        } catch (Exception e) {
            LOG.warn("the cluster has ended, but not everything could be cleared away", e);
        }
    }
}
