package dev.lbctl.launcher.demo;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Replacements.Listening;
import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.NodeTable;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.up.NotStarted;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/** {@code lbctl demo}: a cluster of its own, on ports that are free, which lasts as long as the tour. */
public final class Demo {
    private final Output output;
    private final Cluster cluster;
    private final Narrator narrator;
    private volatile boolean touring;

    /** @param fast without pauses to read */
    public Demo(Output output, Cluster cluster, boolean fast) {
        this.output = output;
        this.cluster = cluster;
        this.narrator = new Narrator(output, fast);
    }

    /** Returns when nothing of the cluster runs any more; failed when a request was. */
    public ExitCode run() throws StartRefused, IOException {
        narrator.tell(
                "A tour of lbctl, with a cluster of its own; Ctrl-C ends both. In another terminal you can watch it:");
        narrator.typed(cluster.command("top"));
        narrator.blank();
        narrator.typed("export LBCTL_NAME=" + cluster.name());
        narrator.typed("lbctl up --backends " + Scenes.SERVERS + " -d");
        Launcher launcher = Launcher.start(Source.typed(config()), cluster.directory());
        endOnInterrupt(launcher);
        try {
            StartResult result = launcher.awaitReady();
            if (result instanceof StartResult.Failed failed) {
                throw NotStarted.because(failed, cluster);
            }
            return result instanceof StartResult.Started ? tour(launcher) : ExitCode.FAILED;
        } finally {
            launcher.shutdown().join();
        }
    }

    private ExitCode tour(Launcher launcher) throws IOException {
        new NodeTable(output).print(launcher.status().nodes());
        Tour tour = new Tour(narrator, launcher, cluster);
        touring = true;
        tour.show(Scenes.ALL);
        touring = false;
        Seen all = tour.end();
        narrator.title(Scenes.ALL.size() + 1, "The end");
        narrator.typed("lbctl down");
        narrator.figures(all);
        if (all.failed() > 0) {
            narrator.tell("That was not to be: requests have failed. Please tell us, with the output of this tour.");
            return ExitCode.FAILED;
        }
        narrator.tell("No client noticed any of it. Your turn: lbctl up --backends 5, or lbctl run -- YOUR PROGRAM");
        return ExitCode.OK;
    }

    /** The first Ctrl-C ends the tour, and with it the cluster, in good order; the second ends it at once. */
    private void endOnInterrupt(Launcher launcher) {
        Thread guide = Thread.currentThread();
        AtomicInteger interrupts = new AtomicInteger();
        Signals.register("INT", () -> {
            if (interrupts.incrementAndGet() > 1) {
                launcher.shutdownNow();
            } else if (touring) {
                output.say("lbctl: the tour ends here; Ctrl-C again ends the cluster at once");
                guide.interrupt();
            } else {
                launcher.shutdown();
            }
        });
    }

    /** The sample cluster, whatever files and variables say. */
    private static LbConfig config() {
        Replacements ours = Replacements.NONE
                .samples("--backends", Scenes.SERVERS)
                .port("--port", Listening.LISTENER, 0)
                .port("--admin-port", Listening.ADMIN, 0)
                .port("--management-port", Listening.MANAGEMENT, 0);
        return ((ConfigResult.Valid) ConfigFile.parse("the tour", "", ours)).config();
    }
}
