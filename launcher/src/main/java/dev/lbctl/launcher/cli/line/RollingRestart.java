package dev.lbctl.launcher.cli.line;

import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.api.RollingStatus;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.text.Figures;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A rolling restart that somebody waits for: tells how it goes, until it is over. */
public final class RollingRestart {
    private static final long POLL_MILLIS = 100;

    private final Output output;
    private final Cluster cluster;
    private int told;

    public RollingRestart(Output output, Cluster cluster) {
        this.output = output;
        this.cluster = cluster;
    }

    public void run(List<String> nodes, int maxUnavailable) throws IOException {
        SupervisorClient supervisor = cluster.supervisor();
        follow(supervisor, supervisor.roll(nodes, maxUnavailable));
    }

    /** One that has begun already. */
    public void follow() throws IOException {
        SupervisorClient supervisor = cluster.supervisor();
        follow(supervisor, supervisor.rolling());
    }

    private void follow(SupervisorClient supervisor, RollingStatus begun) {
        RollingStatus status = begun;
        while (status.running()) {
            tell(status);
            pause();
            status = supervisor.rolling();
        }
        tell(status);
        NodeStatus failed = status.failed();
        if (failed != null) {
            throw new Failure(
                    ExitCode.FAILED,
                    "stopped at " + failed.name() + ", which did not become ready: " + failed.reason()
                            + untouched(status.left()),
                    "its log: " + cluster.command("logs") + " " + failed.name());
        }
        output.say("restarted " + Figures.counted(status.restarted().size(), "node"));
    }

    private void tell(RollingStatus status) {
        status.restarted().stream().skip(told).forEach(name -> output.say(name + " is back"));
        told = status.restarted().size();
    }

    private static String untouched(List<String> left) {
        return left.isEmpty() ? "" : "\nnot restarted: " + String.join(", ", left);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
