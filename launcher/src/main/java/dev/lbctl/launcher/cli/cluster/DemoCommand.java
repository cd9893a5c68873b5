package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.demo.Demo;
import dev.lbctl.launcher.spec.StartRefused;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lbctl demo}. */
@Command(
        name = "demo",
        description = {
            "A tour of two minutes: load, a kill, a crash, a drain, a rolling restart, another algorithm; and what clients saw.",
            "It has a cluster of its own, called demo unless --name says otherwise, on ports that are free."
        },
        footerHeading = "%nExample:%n",
        footer = {"  lbctl demo", "  lbctl demo --fast"})
final class DemoCommand implements Callable<Integer> {
    private static final String NAME = "demo";

    private final Invocation typed;

    @Option(names = "--fast", description = "Without the pauses to read.")
    private boolean fast;

    DemoCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException, StartRefused {
        Cluster named = typed.cluster();
        Cluster cluster = named.name().equals("default") ? Cluster.named(NAME, typed.environment()) : named;
        return new Demo(typed.output(), cluster, fast).run().number();
    }
}
