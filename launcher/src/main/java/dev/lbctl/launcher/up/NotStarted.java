package dev.lbctl.launcher.up;

import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.node.StartResult;

/** Why a cluster could not be started, in words. */
public final class NotStarted {

    private NotStarted() {}

    public static Failure because(StartResult.Failed failed, Cluster cluster) {
        String name = failed.node().name();
        StringBuilder message = new StringBuilder("cluster \"" + cluster.name() + "\" did not start: " + name + ": ")
                .append(failed.node().reason());
        if (!failed.lastLines().isEmpty()) {
            message.append("\nthe end of its log:");
            failed.lastLines().forEach(line -> message.append("\n  | ").append(line));
        }
        return new Failure(
                ExitCode.FAILED,
                message.toString(),
                "nothing of it runs any more; its whole log: "
                        + failed.node().spec().log());
    }
}
