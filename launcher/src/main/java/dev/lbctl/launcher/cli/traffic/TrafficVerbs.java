package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.cli.line.Invocation;
import java.util.Optional;

/** The commands for traffic, by name. */
public final class TrafficVerbs {

    private TrafficVerbs() {}

    /** Empty when it is none of these. */
    public static Optional<Object> named(String verb, Invocation typed) {
        return Optional.ofNullable(
                switch (verb) {
                    case "drain" -> new DrainCommand(typed);
                    case "ready" -> new ReadyCommand(typed);
                    case "maint" -> new MaintCommand(typed);
                    case "weight" -> new WeightCommand(typed);
                    case "algorithm" -> new AlgorithmCommand(typed);
                    case "bench" -> new BenchCommand(typed);
                    default -> null;
                });
    }
}
