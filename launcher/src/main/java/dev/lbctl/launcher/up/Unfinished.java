package dev.lbctl.launcher.up;

import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.rundir.StartLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cluster whose launcher has died and whose nodes still run.
 *
 * @param line by which it was started
 */
public record Unfinished(Cluster cluster, StartLine line) {

    /** Empty when the cluster is looked after, or nothing of it runs. */
    public static Optional<Unfinished> of(Cluster cluster) throws IOException {
        return cluster.launched().isPresent() || cluster.orphans().isEmpty()
                ? Optional.empty()
                : cluster.directory().startLine().read().map(line -> new Unfinished(cluster, line));
    }

    /** What runs would be ended, or replaced by something else, if it were taken for what another verb starts. */
    public void refuse(String verb) {
        if (!line.verb().equals(verb)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "what still runs of cluster \"" + cluster.name() + "\" was started by: " + line,
                    cluster.command("up") + " alone goes on with it, " + cluster.command("down") + " ends it");
        }
    }

    /** Without {@code -d} the launcher works where the line is typed, and a program by paths from there. */
    public void refuseElsewhere() {
        if (!Path.of("").toAbsolutePath().equals(Path.of(line.directory()))) {
            throw new Failure(
                    ExitCode.USAGE,
                    "what still runs of cluster \"" + cluster.name() + "\" was started in " + line.directory(),
                    "go there, or leave it running in the background: " + cluster.command("up") + " -d");
        }
    }
}
