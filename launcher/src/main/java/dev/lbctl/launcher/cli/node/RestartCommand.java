package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.RollingRestart;
import dev.lbctl.launcher.client.SupervisorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lbctl restart}. */
@Command(
        name = "restart",
        description = {
            "Stop and start nodes, one after the other.",
            "With --rolling, NODE may be a pool, or be left out for all of them; it ends at the first that does not come back."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl restart server-1 server-2",
            "  lbctl restart --rolling                        every server, none of whose requests is lost",
            "  lbctl restart --rolling api --max-unavailable 2"
        })
final class RestartCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private OptionalNodeNames nodes = new OptionalNodeNames();

    @Option(names = "--rolling", description = "Each drains first, and is back in rotation before the next one goes.")
    private boolean rolling;

    @Option(
            names = "--max-unavailable",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --rolling: how many are away at a time, 1 or more; 1 when left out.")
    private int maxUnavailable = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RestartCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if (rolling && maxUnavailable < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--max-unavailable is " + maxUnavailable + "; write 1 or more");
        }
        if (rolling) {
            new RollingRestart(typed.output(), typed.cluster()).run(nodes.names(), maxUnavailable);
        } else if (nodes.names().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "which? Write NODE..., or --rolling for all of them");
        } else {
            NodeNames.of(nodes.names()).eachReady(typed, SupervisorClient::restart);
        }
        return 0;
    }
}
