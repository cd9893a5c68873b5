package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.cli.line.Invocation;
import java.util.Optional;

/** The commands for nodes, by name. */
public final class NodeVerbs {

    private NodeVerbs() {}

    /** Empty when it is none of these. */
    public static Optional<Object> named(String verb, Invocation typed) {
        return Optional.ofNullable(
                switch (verb) {
                    case "kill" -> new KillCommand(typed);
                    case "start" -> new StartCommand(typed);
                    case "stop" -> new StopCommand(typed);
                    case "restart" -> new RestartCommand(typed);
                    case "scale" -> new ScaleCommand(typed);
                    case "fault" -> new FaultCommand(typed);
                    default -> null;
                });
    }
}
