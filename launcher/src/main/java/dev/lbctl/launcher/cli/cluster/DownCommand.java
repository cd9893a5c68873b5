package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.NodeRecord;
import dev.lbctl.launcher.rundir.Orphans;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lbctl down}. */
@Command(
        name = "down",
        description = "Stop the cluster in good order; also what an ended launcher has left running.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl down", "  lbctl down --yes --name second"})
final class DownCommand implements Callable<Integer> {
    private static final long LIMIT_SECONDS = 40;

    private final Invocation typed;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask, as is done on a terminal.")
    private boolean yes;

    DownCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = typed.cluster();
        if (!yes && (cluster.launched().isPresent() || !cluster.orphans().isEmpty())) {
            typed.person().mustAgree("Stop cluster \"" + cluster.name() + "\" and all of its nodes?");
        }
        Optional<Child> launcher = cluster.directory()
                .clusterRecord()
                .read()
                .map(ClusterRecord::launcher)
                .flatMap(Child::adopt);
        if (launcher.isPresent()) {
            shutDown(cluster, launcher.get());
        } else if (!cluster.orphans().isEmpty()) {
            List<NodeRecord> ended = Orphans.end(cluster.directory());
            typed.output().say("its launcher was gone; ended " + ended.size() + " nodes it had left");
        } else {
            cluster.running();
        }
        typed.output().say("cluster \"" + cluster.name() + "\" is down");
        return 0;
    }

    private static void shutDown(Cluster cluster, Child launcher) throws IOException {
        try {
            cluster.supervisor().shutdown();
        } catch (CallFailure notByHttp) {
            launcher.terminate(); // SIGTERM stops the cluster in good order as well
        }
        boolean ended = launcher.exit()
                .thenApply(exit -> true)
                .completeOnTimeout(false, LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            throw new Failure(
                    ExitCode.TIMED_OUT,
                    "the launcher (pid " + launcher.pid() + ") still runs after " + LIMIT_SECONDS + " s",
                    "look: " + cluster.command("ps") + "; by force: kill -9 " + launcher.pid() + ", then "
                            + cluster.command("down"));
        }
        Orphans.end(cluster.directory()); // none, unless the launcher came to another end meanwhile
    }
}
