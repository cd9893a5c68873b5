package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.cli.line.Composed;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.StartLine;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.up.Background;
import dev.lbctl.launcher.up.Foreground;
import dev.lbctl.launcher.up.RunChoice;
import dev.lbctl.launcher.up.Unfinished;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl run}. */
@Command(
        name = "run",
        description = {
            "Run copies of a program behind a balancer, and look after them until Ctrl-C.",
            "Each copy listens on its own $PORT; {port}, {name} and {index} in the command stand for its own, too."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl run -n 4 -- python3 app.py",
            "  lbctl run -n 2 --ready /healthz -- ./server --port {port}",
            "  lbctl run -d --env DEBUG=1 -- 'cd app && npm start'"
        })
final class RunCommand implements Callable<Integer>, Composed {
    private final Invocation typed;

    @Mixin
    private RunChoice choice = new RunChoice();

    @Option(
            names = {"-d", "--detach"},
            description = "Leave it running in the background, once every copy is ready.")
    private boolean detach;

    RunCommand(Invocation typed) {
        this.typed = typed;
    }

    /** The words after the program are the program's own. */
    @Override
    public CommandLine whole() {
        return new CommandLine(this).setStopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException, StartRefused {
        LbConfig config = choice.config(typed.environment());
        Cluster cluster = typed.cluster();
        Unfinished.of(cluster).ifPresent(before -> before.refuse("run"));
        StartLine line = StartLine.here("run", choice.arguments());
        ExitCode ended = detach
                ? new Background(typed.output(), cluster, typed.environment()).run(line, true)
                : new Foreground(typed.output(), cluster, typed.environment()).run(Source.typed(config), line);
        return ended.number();
    }
}
