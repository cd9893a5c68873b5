package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.cli.line.Invocation;
import java.util.Optional;

/** The commands that only look, by name. */
public final class LookVerbs {

    private LookVerbs() {}

    /** Empty when it is none of these. */
    public static Optional<Object> named(String verb, Invocation typed) {
        return Optional.ofNullable(
                switch (verb) {
                    case "ps", "status" -> new PsCommand(typed);
                    case "events" -> new EventsCommand(typed);
                    case "explain" -> new ExplainCommand(typed);
                    case "logs" -> new LogsCommand(typed);
                    case "top" -> new TopCommand(typed);
                    case "dashboard" -> new DashboardCommand(typed);
                    case "token" -> new TokenCommand(typed);
                    default -> null;
                });
    }
}
