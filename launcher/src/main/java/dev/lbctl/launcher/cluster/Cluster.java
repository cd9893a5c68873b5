package dev.lbctl.launcher.cluster;

import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.NodeRecord;
import dev.lbctl.launcher.rundir.Orphans;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cluster by its name. What it is at the moment is read from its run directory whenever it is asked. */
public final class Cluster {
    private final RunDirectory directory;

    private Cluster(RunDirectory directory) {
        this.directory = directory;
    }

    /** Whether or not it runs. */
    public static Cluster named(String name, Map<String, String> environment) {
        try {
            return new Cluster(RunDirectory.of(name, environment));
        } catch (IllegalArgumentException notAName) {
            throw new Failure(ExitCode.USAGE, String.valueOf(notAName.getMessage()), "");
        }
    }

    /** Loads what asking a cluster needs, while whoever will ask still finds out which one and what. */
    public static void prepare() {
        Thread ahead = new Thread(new Preparation(), "ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    public String name() {
        return directory.cluster();
    }

    public RunDirectory directory() {
        return directory;
    }

    /** Its record while its launcher lives; empty otherwise. */
    public Optional<ClusterRecord> launched() throws IOException {
        return directory.clusterRecord().read().filter(ClusterRecord::launcherLives);
    }

    /** What still runs of it although its launcher is gone. */
    public List<NodeRecord> orphans() throws IOException {
        return Orphans.of(directory);
    }

    /** The way to its launcher; fails when there is none. */
    public SupervisorClient supervisor() throws IOException {
        return new SupervisorClient(running().management(), token());
    }

    /** The way to its balancer; fails when the launcher is gone. */
    public BalancerClient balancer() throws IOException {
        return new BalancerClient(running().admin(), token());
    }

    /** Its record; fails when its launcher does not live, and says what is left. */
    public ClusterRecord running() throws IOException {
        Optional<ClusterRecord> record = launched();
        if (record.isPresent()) {
            return record.get();
        }
        List<NodeRecord> orphans = orphans();
        if (orphans.isEmpty()) {
            throw notRunning();
        }
        throw new Failure(
                ExitCode.NOT_RUNNING,
                "the launcher of cluster \"" + name() + "\" is gone; still running: " + list(orphans),
                up() + " adopts them, " + command("down") + " ends them");
    }

    /** The token of whatever runs; fails when nothing does. */
    public String token() throws IOException {
        return directory.token().read().orElseThrow(this::notRunning);
    }

    /** That verb for this very cluster, as a person types it. */
    public String command(String verb) {
        return "lbctl " + verb + (name().equals("default") ? "" : " --name " + name());
    }

    /** A verb and what is chosen with it, for this very cluster, as another lbctl is given it. */
    public List<String> words(List<String> line) {
        List<String> words = new ArrayList<>(line);
        words.add(1, "--name=" + name());
        return words;
    }

    private String up() {
        return command("up");
    }

    private Failure notRunning() {
        return new Failure(ExitCode.NOT_RUNNING, "cluster \"" + name() + "\" does not run", "start it: " + up());
    }

    private static String list(List<NodeRecord> nodes) {
        return nodes.stream()
                .map(node -> node.name() + " (pid " + node.process().pid() + ")")
                .collect(Collectors.joining(", "));
    }
}
