package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.rundir.LogFollower;
import dev.lbctl.launcher.rundir.NodeLog;
import dev.lbctl.launcher.text.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl logs}: reads the files, so that it works for a cluster that has ended as well. */
@Command(
        name = "logs",
        description = "Show what nodes have written.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl logs -f server-1", "  lbctl logs launcher"})
final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";
    private static final long POLL_MILLIS = 200;

    private final Lbctl lbctl;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of the last lines of each; 100 when left out.")
    private int lines = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NODE", arity = "0..1", description = "One node, or launcher; all when left out.")
    private @Nullable String node;

    LogsCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lines < 0) {
            throw new ParameterException(spec.commandLine(), "--lines is " + lines + "; write 0 or more");
        }
        List<String> wanted = wanted(lbctl.cluster());
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (String name : wanted) {
            NodeLog log = lbctl.cluster().directory().log(name);
            followers.put(name, log.follow());
            print(name, log.tail(lines));
        }
        while (follow && !lbctl.output().isBroken()) {
            for (Map.Entry<String, LogFollower> entry : followers.entrySet()) {
                print(entry.getKey(), entry.getValue().poll());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return 0;
    }

    private List<String> wanted(Cluster cluster) throws IOException {
        List<String> known = known(cluster.directory().logs());
        if (known.isEmpty()) {
            cluster.running();
        }
        if (node == null) {
            return known;
        }
        new Known("node", known).check(node);
        return List.of(node);
    }

    private void print(String name, List<String> added) {
        Output output = lbctl.output();
        for (String line : added) {
            if (node == null) {
                AttributedString prefix = output.toned(String.format("%-9s| ", name), Tone.FAINT);
                output.line(AttributedString.join(AttributedString.EMPTY, prefix, new AttributedString(line)));
            } else {
                output.line(line);
            }
        }
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
