package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.cli.line.TimeOption;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.terminal.Dashboard;
import dev.lbctl.launcher.terminal.LiveCluster;
import dev.lbctl.launcher.terminal.Pipe;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl top}. */
@Command(
        name = "top",
        description = "Watch the cluster live in the terminal, and act on it by keys.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl top",
            "  lbctl top --read-only",
            "  lbctl top | cat             the facts once, as text; so it is with TERM=dumb",
            "  lbctl top -f --every 5s | cat         and then a line of figures every 5 s",
            "  lbctl top -f -o json | jq .latency.p99        the facts again and again, an object a line"
        })
final class TopCommand implements Callable<Integer> {
    private final Invocation typed;

    @Option(names = "--read-only", description = "Only look: no key changes anything in the cluster.")
    private boolean readOnly;

    @Option(
            names = {"-f", "--follow"},
            description = "Without a screen: go on, until nobody reads any more.")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = TimeOption.class,
            description = "How often then; 2s when left out.")
    private Duration every = Duration.ofSeconds(2);

    @Mixin
    private OutputFormat format = new OutputFormat();

    TopCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Cluster known = typed.cluster();
        LiveCluster cluster = new LiveCluster(known.supervisor(), known.balancer());
        if (!format.isForProgram() && typed.output().isTerminal()) {
            try (Terminal terminal = terminal()) {
                if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                    new Dashboard(cluster, InstantSource.system(), ZoneId.systemDefault(), readOnly)
                            .run(terminal, typed.output().look().colour());
                    return ExitCode.OK.number();
                }
            }
        }
        return (print(cluster) ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private boolean print(LiveCluster cluster) throws InterruptedException {
        Output output = typed.output();
        Pipe pipe = new Pipe(cluster, output, InstantSource.system(), ZoneId.systemDefault());
        @Nullable Duration again = follow ? every : null;
        return switch (format.format()) {
            case json -> pipe.json(again);
            case name -> pipe.names();
            case table -> pipe.lines(again);
        };
    }

    /** The one a person sits at; a dumb one when keys cannot be read or lines cannot be placed. */
    private static Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .encoding(Output.charset())
                .dumb(true)
                .build();
    }
}
