package dev.lbctl.launcher.up;

import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.console.NodeTable;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.log.LogFollower;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.Program;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.StartLine;
import dev.lbctl.launcher.spec.JavaCommand;
import dev.lbctl.launcher.systemd.Systemd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/** {@code lbctl up -d}: another process is the launcher; this one waits until the cluster is ready and shows it. */
public final class Background {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 10;
    private static final int LOOKS_A_SECOND = 100;

    private final Output output;
    private final Cluster cluster;
    private final Map<String, String> environment;

    public Background(Output output, Cluster cluster, Map<String, String> environment) {
        this.output = output;
        this.cluster = cluster;
        this.environment = environment;
    }

    /**
     * Answers when it serves, or at once when nobody waits.
     *
     * @param line that the other process goes by
     */
    public ExitCode run(StartLine line, boolean wait) throws IOException {
        refuseSecond();
        cluster.directory().create();
        cluster.directory().launcherLog().create();
        LogFollower log = cluster.directory().launcherLog().follow();
        Child launcher = Child.spawn(new Program(
                JavaCommand.launcher(cluster.words(line.words())),
                Path.of(line.directory()),
                Systemd.passedOn(environment),
                cluster.directory().launcherLog().path()));
        if (!wait) {
            output.say("cluster \"" + cluster.name() + "\" is starting (launcher pid " + launcher.pid() + ")");
            return ExitCode.OK;
        }
        output.say("lbctl: starting cluster \"" + cluster.name() + "\" ...");
        Signals.register("INT", launcher::terminate);
        ClusterStatus status = awaitReady(launcher, log);
        Systemd.of(environment, output::say)
                .ready(launcher.pid(), "traffic is taken on " + status.urls().traffic());
        show(status);
        return ExitCode.OK;
    }

    private void refuseSecond() throws IOException {
        Optional<ClusterRecord> running = cluster.launched();
        if (running.isPresent()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "cluster \"" + cluster.name() + "\" runs already (launcher pid "
                            + running.get().launcher().pid() + ")",
                    cluster.command("ps") + " shows it, " + cluster.command("down")
                            + " stops it; another one needs --name and other ports");
        }
    }

    private ClusterStatus awaitReady(Child launcher, LogFollower log) throws IOException {
        Overheard launcherLog = new Overheard(log, output);
        int looks = 0;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (cluster.directory().ready().isOf(launcher.pid())) {
                Optional<ClusterStatus> status = status(launcher);
                if (status.isPresent()) {
                    return status.get();
                }
            }
            if (launcher.exit().isDone()) {
                throw new Failure(ExitCode.FAILED, launcherLog.lastWords(), "");
            }
            if (++looks % LOOKS_A_SECOND == 0) {
                launcherLog.listen();
            }
            pause();
        }
        throw givenUp(launcher);
    }

    /** Stops a cluster that takes too long. */
    private Failure givenUp(Child launcher) {
        launcher.terminate();
        launcher.exit()
                .completeOnTimeout(null, LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        return new Failure(
                ExitCode.TIMED_OUT,
                "the cluster was not ready within " + LIMIT.toSeconds() + " s, and was stopped again",
                "why: " + cluster.command("logs"));
    }

    /** Empty while the launcher does not answer yet. */
    private Optional<ClusterStatus> status(Child launcher) throws IOException {
        Optional<ClusterRecord> record =
                cluster.launched().filter(found -> found.launcher().pid() == launcher.pid());
        if (record.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SupervisorClient(record.get().management(), cluster.token()).status());
        } catch (CallFailure | Failure notYet) {
            return Optional.empty();
        }
    }

    private void show(ClusterStatus status) throws IOException {
        NodeTable table = new NodeTable(output);
        table.print(status.nodes());
        output.line("");
        table.print(status.urls(), cluster.token());
        output.say("\n" + cluster.command("ps") + " shows it, " + cluster.command("logs") + " -f launcher follows it, "
                + cluster.command("down") + " stops it");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
