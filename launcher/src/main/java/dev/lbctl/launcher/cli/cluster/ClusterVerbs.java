package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.launcher.cli.line.Invocation;
import java.util.Optional;

/** The commands for a cluster as a whole, by name. */
public final class ClusterVerbs {

    private ClusterVerbs() {}

    /** Empty when it is none of these. */
    public static Optional<Object> named(String verb, Invocation typed) {
        return Optional.ofNullable(
                switch (verb) {
                    case "up" -> new UpCommand(typed);
                    case "run" -> new RunCommand(typed);
                    case "demo" -> new DemoCommand(typed);
                    case "down" -> new DownCommand(typed);
                    case "reload" -> new ReloadCommand(typed);
                    case "install-service" -> new InstallServiceCommand(typed);
                    default -> null;
                });
    }
}
