package dev.lbctl.launcher.cli;

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
    private final Lbctl lbctl;

    @Mixin
    private NodeNames nodes = new NodeNames();

    StartCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        nodes.eachReady(lbctl, SupervisorClient::start);
        return 0;
    }
}
