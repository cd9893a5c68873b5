package dev.lbctl.launcher.up;

import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.NodeTable;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.StartLine;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.systemd.Systemd;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/** {@code lbctl up} without {@code -d}: this process is the launcher, and its terminal shows what happens. */
public final class Foreground {
    private final Output output;
    private final Cluster cluster;
    private final Map<String, String> environment;

    public Foreground(Output output, Cluster cluster, Map<String, String> environment) {
        this.output = output;
        this.cluster = cluster;
        this.environment = environment;
    }

    /**
     * Returns when the cluster has ended, whoever ended it.
     *
     * @param line kept for who goes on with it, should this process die
     */
    public ExitCode run(Source source, StartLine line) throws StartRefused, IOException {
        if (output.isTerminal()) {
            output.say("lbctl: starting cluster \"" + cluster.name() + "\" ...");
        }
        Launcher launcher = Launcher.start(source, cluster.directory());
        cluster.directory().startLine().write(line);
        stopOnInterrupt(launcher);
        Systemd systemd = Systemd.of(environment, output::say);
        launcher.events().subscribe(numbered -> systemd.happened(numbered.event()));
        new Hangup(output, launcher).await();
        EventRing.Subscription waits = launcher.events().subscribe(this::tellWait);
        StartResult result = launcher.awaitReady();
        waits.close();
        if (result instanceof StartResult.Failed failed) {
            throw NotStarted.because(failed, cluster);
        }
        if (result instanceof StartResult.Abandoned) {
            output.say("lbctl: stopped before it was ready");
            return ExitCode.FAILED;
        }
        systemd.ready(
                ProcessHandle.current().pid(),
                "traffic is taken on " + launcher.status().urls().traffic());
        watch(launcher);
        return ExitCode.OK;
    }

    private void tellWait(EventRing.Numbered numbered) {
        if (numbered.event().type().equals("waiting")) {
            output.say(Overheard.WAITING + numbered.event().message());
        }
    }

    private void watch(Launcher launcher) throws IOException {
        ClusterStatus status = launcher.status();
        NodeTable table = new NodeTable(output);
        table.print(status.nodes());
        output.line("");
        table.print(status.urls(), cluster.token());
        output.line("");
        output.say((output.isTerminal() ? "Ctrl-C stops the cluster. " : "") + "What happens from now on:");
        LiveLog live = new LiveLog(new EventLine(output, ZoneId.systemDefault()), Instant.now());
        EventRing.Subscription log = launcher.events().subscribe(live::take);
        launcher.awaitStopped();
        log.close();
        output.say("lbctl: cluster \"" + cluster.name() + "\" is down");
    }

    /** The first Ctrl-C stops in good order, the second at once. */
    private void stopOnInterrupt(Launcher launcher) {
        AtomicInteger interrupts = new AtomicInteger();
        Signals.register("INT", () -> {
            if (interrupts.incrementAndGet() == 1) {
                output.say("lbctl: stopping in good order; Ctrl-C again stops at once");
                launcher.shutdown();
            } else {
                launcher.shutdownNow();
            }
        });
    }
}
