package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.api.FaultOrder;
import dev.lbctl.launcher.cli.line.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl fault}. */
@Command(
        name = "fault",
        description = "Have sample servers misbehave for a while, to see what the balancer makes of it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl fault server-2 --delay 300ms --for 1m    slow",
            "  lbctl fault server-2 --errors 50%%              every other answer is an error",
            "  lbctl fault server-2 --hang                    alive, and answers nobody",
            "  lbctl fault server-2 --off                     it behaves again"
        })
final class FaultCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private NodeNames nodes = new NodeNames();

    @Mixin
    private FaultOptions options = new FaultOptions();

    FaultCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        FaultOrder order = options.order();
        nodes.each(
                typed,
                (supervisor, name) -> order == null ? supervisor.behave(name) : supervisor.misbehave(name, order));
        return 0;
    }
}
