package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.client.SupervisorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl stop}. */
@Command(
        name = "stop",
        description = "Stop nodes: they finish what they have, for 30 s at most, and stay down.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl stop server-3",
            "  lbctl stop --drain server-3    its last request may take as long as it will"
        })
final class StopCommand implements Callable<Integer> {
    private final Invocation typed;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask, as is done on a terminal when no server would be left.")
    private boolean yes;

    @Mixin
    private NodeNames nodes = new NodeNames();

    @Option(names = "--drain", description = "Wait for the last request, however long that takes.")
    private boolean drain;

    StopCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if (!yes && nodes.areAllServers(typed)) {
            typed.person().mustAgree("Stop all servers? Requests will fail until one is started.");
        }
        nodes.each(typed, drain ? SupervisorClient::stopDrained : SupervisorClient::stop);
        return 0;
    }
}
