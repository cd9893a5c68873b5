package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.cli.line.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl kill}. */
@Command(
        name = "kill",
        description = "Kill nodes with SIGKILL. They stay down until started.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl kill server-3            it stays down until lbctl start server-3",
            "  lbctl kill --crash server-3    it comes back by itself"
        })
final class KillCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private NodeNames nodes = new NodeNames();

    @Option(names = "--crash", description = "Let it count as a crash: the node is started again by itself.")
    private boolean crash;

    KillCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        nodes.each(typed, (supervisor, name) -> supervisor.kill(name, crash));
        return 0;
    }
}
