package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.client.SupervisorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl stop}. */
@Command(
        name = "stop",
        description = "Stop nodes: they finish what they have, for 30 s at most, and stay down.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl stop server-3")
final class StopCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    @Mixin
    private NodeNames nodes = new NodeNames();

    StopCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        nodes.each(lbctl, SupervisorClient::stop);
        return 0;
    }
}
