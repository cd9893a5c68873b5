package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.Known;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.cli.line.TimeOption;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.LogPrinter;
import dev.lbctl.launcher.log.LineTime;
import dev.lbctl.launcher.log.LogFollower;
import dev.lbctl.launcher.log.NodeLog;
import dev.lbctl.launcher.rundir.NodeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lbctl logs}: reads the files, so that it works for a cluster that has ended as well. */
@Command(
        name = "logs",
        description = "Show what nodes have written.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl logs -f                          all nodes, live, each line with its node",
            "  lbctl logs server-1 server-2 --since 5m",
            "  lbctl logs launcher -n 20"
        })
final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";
    private static final long POLL_MILLIS = 200;

    private final Invocation typed;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private LinesOption lines = new LinesOption();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Only what was written in this time, e.g. 5m, as far as lines begin with a time.")
    private @Nullable Duration since;

    @Parameters(paramLabel = "NODE", arity = "0..*", description = "Nodes, or launcher; all when left out.")
    private List<String> nodes = List.of();

    @Mixin
    private OutputFormat format = new OutputFormat();

    LogsCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> wanted = wanted(typed.cluster());
        if (format.format() == OutputFormat.Format.name) {
            wanted.forEach(typed.output()::line);
            return 0;
        }
        LogPrinter printer = new LogPrinter(typed.output(), wanted, format.isJson());
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (String name : wanted) {
            NodeLog log = typed.cluster().directory().log(name);
            followers.put(name, log.follow());
            printer.print(name, past(log));
        }
        while (follow && !typed.output().isBroken()) {
            for (Map.Entry<String, LogFollower> entry : followers.entrySet()) {
                printer.print(entry.getKey(), entry.getValue().poll());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return 0;
    }

    private List<String> past(NodeLog log) throws IOException {
        List<String> tail = log.tail(lines.count());
        Duration back = since;
        if (back == null || tail.isEmpty()) {
            return tail;
        }
        Instant now = Instant.now();
        Instant touched = Files.getLastModifiedTime(log.path()).toInstant();
        return new LineTime(ZoneId.systemDefault(), now).since(now.minus(back), tail, touched);
    }

    /** Who has left the cluster, or was in one before, is shown when it is named. */
    private List<String> wanted(Cluster cluster) throws IOException {
        List<String> kept = known(cluster.directory().logs());
        if (kept.isEmpty()) {
            cluster.running();
        }
        List<String> own = ownOf(cluster, kept);
        Known known = new Known("node", own);
        nodes.stream().filter(name -> !kept.contains(name)).forEach(known::check);
        return nodes.isEmpty() ? own : nodes.stream().distinct().toList();
    }

    /** The launcher's log and those of the nodes; all that there are where none is known any more. */
    private static List<String> ownOf(Cluster cluster, List<String> kept) throws IOException {
        Set<String> present = cluster.directory().nodes().read().stream()
                .map(NodeRecord::name)
                .collect(Collectors.toSet());
        return present.isEmpty()
                ? kept
                : kept.stream()
                        .filter(name -> present.contains(name) || name.equals("launcher"))
                        .toList();
    }

    private static List<String> known(Path logs) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX))
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }
}
