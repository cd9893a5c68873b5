package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.cluster.Sighting;
import dev.lbctl.launcher.console.NodeTable;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lbctl ps}. */
@Command(
        name = "ps",
        aliases = "status",
        description =
                "Show the cluster's nodes, and the backends that it does not run itself; lbctl status is the same.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl ps",
            "  lbctl ps -o wide                  with CPU, memory and open files",
            "  lbctl ps -o json | jq '.nodes[] | select(.state != \"ready\")'"
        })
final class PsCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 300;

    private final Invocation typed;

    /** How the nodes are written. */
    enum Format {
        table,
        wide,
        json,
        name
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; table when left out.")
    private Format format = Format.table;

    PsCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Cluster cluster = typed.cluster();
        Output output = typed.output();
        Sighting seen = Sighting.of(cluster);
        switch (format) {
            case table -> print(seen, Map.of());
            case wide -> print(seen, usage(cluster.supervisor()));
            case json -> output.json(seen);
            case name -> seen.names().forEach(output::line);
        }
        remark(cluster, seen.cluster());
        return 0;
    }

    private void print(Sighting seen, Map<String, Usage> usage) {
        new NodeTable(typed.output()).print(seen.cluster().nodes(), seen.backends(), usage, Instant.now());
    }

    /** Looks twice, to tell what is used now and not since the beginning. */
    private static Map<String, Usage> usage(SupervisorClient supervisor) throws InterruptedException {
        UsageReport before = supervisor.usage();
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        return Usage.between(before, supervisor.usage());
    }

    private void remark(Cluster cluster, ClusterStatus status) {
        if (status.phase().equals(Sighting.UNSUPERVISED)) {
            typed.output()
                    .say("lbctl: the launcher is gone; these still run, and nobody looks after them\n  "
                            + cluster.command("up") + " adopts them, " + cluster.command("down") + " ends them");
        } else if (!status.phase().equals("ready")) {
            typed.output().say("lbctl: the cluster is " + status.phase());
        }
    }
}
