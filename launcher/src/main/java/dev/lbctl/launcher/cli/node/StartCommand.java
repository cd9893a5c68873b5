package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.client.SupervisorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl start}. */
@Command(
        name = "start",
        description = "Start nodes and wait until each is in rotation.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl start server-3")
final class StartCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private NodeNames nodes = new NodeNames();

    StartCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        nodes.eachReady(typed, SupervisorClient::start);
        return 0;
    }
}
