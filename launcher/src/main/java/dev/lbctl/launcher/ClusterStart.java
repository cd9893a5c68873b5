package dev.lbctl.launcher;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.log.LogRotation;
import dev.lbctl.launcher.management.ClusterReport;
import dev.lbctl.launcher.management.ManagementServer;
import dev.lbctl.launcher.management.ManagementServer.Sources;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.reload.InForce;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.rundir.RunLock;
import dev.lbctl.launcher.spec.NodeSpecs;
import dev.lbctl.launcher.spec.Remains;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.supervisor.Supervisor;
import dev.lbctl.launcher.supervisor.Surroundings;
import dev.lbctl.launcher.watch.ConfigWatch;
import dev.lbctl.launcher.watch.PoolWatches;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds and connects the parts of a launcher. The nodes are spawned first: they take the longest, and its own server is to keep no
 * core from those that have a head start.
 */
final class ClusterStart {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterStart.class);

    private final Source source;
    private final RunDirectory directory;
    private final InstantSource clock = InstantSource.system();
    private final EventRing events = new EventRing(clock);

    ClusterStart(Source source, RunDirectory directory) {
        this.source = source;
        this.directory = directory;
    }

    Launcher start() throws StartRefused {
        try {
            directory.create();
            RunLock lock = directory.lock().orElseThrow(() -> runsAlready(directory));
            try {
                return start(lock);
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

    private Launcher start(RunLock lock) throws StartRefused, IOException {
        Remains remains = remains();
        LbConfig config = ListenAddresses.settle(source.first(), remains);
        List<NodeSpec> specs = NodeSpecs.of(config, directory, remains);
        String token = directory.token().create();
        ClusterRecord cluster = record(config);
        directory.clusterRecord().write(cluster);
        CompletableFuture<BalancerClient> balancer =
                CompletableFuture.supplyAsync(() -> new BalancerClient(cluster.admin(), token));
        InForce inForce = new InForce(source.first(), config, directory);
        Supervisor supervisor = new Supervisor(specs, surroundings(new BalancerMembership(balancer), inForce));
        ShutdownHook.install(supervisor::shutdown); // before anything runs that a SIGTERM would leave behind
        CompletableFuture<StartResult> started =
                supervisor.launch(remains.survivors()).thenApply(this::mark);
        ClusterReport report = new ClusterReport(cluster, supervisor, clock);
        Reload reload = new Reload(source, inForce, new Reload.Parts(directory, supervisor, events), balancer::join);
        new Adoption(remains.survivors(), specs, events).settleIn(started, reload::catchUp);
        supervisor.underWay().join();
        Sources sources = new Sources(report, events, reload);
        ManagementServer management = listen(cluster, token, supervisor, sources);
        List<AutoCloseable> closeables = new ArrayList<>(watches(supervisor, reload));
        closeables.addAll(List.of(
                new BalancerEvents(balancer.join(), events),
                management,
                new LogRotation(directory.logs(), events),
                lock));
        CompletableFuture<Void> ended = supervisor.stopped().thenRun(() -> clear(closeables));
        return new Launcher(supervisor, sources, started, ended);
    }

    /** What runs of an earlier cluster. Where nothing does, the rest of what one left that did not end in good order is not this one's. */
    private Remains remains() throws IOException {
        Remains remains = Remains.in(directory);
        if (remains.survivors().isEmpty()) {
            directory.forget();
            LogRotation.begin(directory.logs(), directory.launcherLog());
        }
        return remains;
    }

    private Surroundings surroundings(BalancerMembership membership, InForce inForce) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Surroundings(directory, membership, events, cores, inForce::write, clock);
    }

    private StartResult mark(StartResult result) {
        try {
            if (result instanceof StartResult.Started) {
                directory.ready().set(Identity.current().pid());
            }
        } catch (IOException e) {
            LOG.warn("who waits for this cluster will not learn that it serves", e);
        }
        return result;
    }

    private List<AutoCloseable> watches(Supervisor supervisor, Reload reload) {
        PoolWatches programs = new PoolWatches(supervisor, events);
        ConfigWatch configuration = new ConfigWatch(supervisor, events, reload);
        reload.follow(programs::take);
        reload.follow(configuration::take);
        return List.of(programs, configuration);
    }

    private ClusterRecord record(LbConfig config) {
        return new ClusterRecord(
                directory.cluster(),
                Identity.current(),
                config.listener().address(),
                config.admin().address(),
                config.management().address());
    }

    private ManagementServer listen(ClusterRecord cluster, String token, Supervisor supervisor, Sources sources)
            throws StartRefused, IOException {
        try {
            return new ManagementServer(cluster, token, supervisor, sources);
        } catch (RuntimeException e) {
            LOG.debug("no management server", e);
            supervisor.shutdownNow().join();
            directory.forget();
            throw new StartRefused(
                    "cannot listen on " + cluster.management() + " (management): " + e.getMessage(),
                    "write another management.address in the configuration");
        }
    }

    private static StartRefused runsAlready(RunDirectory directory) {
        String launcher = "";
        try {
            launcher = directory
                    .clusterRecord()
                    .read()
                    .map(record -> " (launcher pid " + record.launcher().pid() + ")")
                    .orElse("");
        } catch (IOException e) {
            LOG.debug("no cluster record to name the launcher by", e);
        }
        return new StartRefused(
                "cluster \"" + directory.cluster() + "\" runs already" + launcher,
                "lbctl ps shows it, lbctl down stops it; another one needs --name and other ports");
    }

    private void clear(List<AutoCloseable> closeables) {
        try {
            directory.forget();
            for (AutoCloseable part : closeables) {
                part.close();
            }
        } catch (Exception e) {
            LOG.warn("the cluster has ended, but not everything could be cleared away", e);
        }
    }
}
