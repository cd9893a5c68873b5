package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.client.SupervisorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl restart}. */
@Command(
        name = "restart",
        description = "Stop and start nodes, one after the other.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl restart server-1 server-2")
final class RestartCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    @Mixin
    private NodeNames nodes = new NodeNames();

    RestartCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        nodes.eachReady(lbctl, SupervisorClient::restart);
        return 0;
    }
}
