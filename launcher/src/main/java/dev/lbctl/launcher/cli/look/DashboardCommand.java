package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl dashboard}. */
@Command(
        name = "dashboard",
        description = "Print the URL of the browser dashboard, with the token that lets it change things.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl dashboard --open")
final class DashboardCommand implements Callable<Integer> {
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private final Invocation typed;

    @Option(names = "--open", description = "Open it in a browser, too.")
    private boolean open;

    @Mixin
    private OutputFormat format = new OutputFormat();

    DashboardCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = typed.cluster();
        String url = cluster.running().management().url() + "/dashboard#token=" + cluster.token();
        if (format.isJson()) {
            typed.output().json(Map.of("url", url));
        } else {
            typed.output().line(url);
        }
        if (open) {
            open(url);
        }
        return 0;
    }

    private static void open(String url) {
        for (String opener : OPENERS) {
            try {
                new ProcessBuilder(opener, url)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException notThere) {
                // the next one
            }
        }
        throw new Failure(
                ExitCode.FAILED,
                "no program to open a browser with; tried " + String.join(", ", OPENERS),
                "open the URL above yourself");
    }
}
