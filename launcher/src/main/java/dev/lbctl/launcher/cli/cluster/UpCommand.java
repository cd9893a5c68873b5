package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.StartLine;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.up.Background;
import dev.lbctl.launcher.up.Chosen;
import dev.lbctl.launcher.up.ConfigChoice;
import dev.lbctl.launcher.up.Foreground;
import dev.lbctl.launcher.up.Unfinished;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lbctl up}. */
@Command(
        name = "up",
        description = {
            "Start a cluster and look after it until Ctrl-C: sample servers, and a balancer in front of them.",
            "Every setting may come from the environment as well, e.g. LBCTL_BACKENDS=5; see lbctl config --help."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl up --backends 5",
            "  lbctl up -d -f my.yaml",
            "  lbctl up -d --name second --port 8100 --admin-port 8190 \\",
            "    --management-port 8104 --first-port 9101"
        })
final class UpCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private ConfigChoice choice = new ConfigChoice();

    @Option(
            names = {"-d", "--detach"},
            description = "Leave it running in the background.")
    private boolean detach;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "With -d: come back only when every node answers. That is the default.")
    private boolean wait = true;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UpCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException, StartRefused {
        if (!wait && !detach) {
            throw new ParameterException(spec.commandLine(), "--no-wait needs -d");
        }
        Cluster cluster = typed.cluster();
        Optional<Unfinished> before = Unfinished.of(cluster);
        if (choice.isBare() && before.isPresent() && before.get().line().chooses()) {
            return goOn(before.get());
        }
        before.ifPresent(other -> other.refuse("up"));
        return start(cluster);
    }

    /** As it was started. */
    private int goOn(Unfinished before) throws IOException {
        StartLine line = before.line();
        typed.output().say("lbctl: going on with what still runs, started by: " + line);
        if (detach) {
            return new Background(typed.output(), before.cluster(), typed.environment())
                    .run(line, wait)
                    .number();
        }
        before.refuseElsewhere();
        return typed.execute(line.words());
    }

    private int start(Cluster cluster) throws IOException, StartRefused {
        Chosen chosen = choice.chosen(typed.environment());
        Source source = choice.source(chosen, typed.environment());
        if (!chosen.remark().isEmpty()) {
            typed.output().say(chosen.remark());
        }
        StartLine line = StartLine.here("up", choice.arguments(chosen));
        ExitCode ended = detach
                ? new Background(typed.output(), cluster, typed.environment()).run(line, wait)
                : new Foreground(typed.output(), cluster, typed.environment()).run(source, line);
        return ended.number();
    }
}
