package dev.lbctl.launcher.up;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A Procfile in place of a configuration. */
final class ProcfileChoice {
    private static final String PROCFILE = "--procfile";
    private static final String FORMATION = "--formation";

    @Option(
            names = PROCFILE,
            paramLabel = "FILE",
            description = "A Procfile instead of a configuration: web takes the traffic, all others are kept running.")
    private @Nullable Path file;

    @Option(
            names = FORMATION,
            paramLabel = "TYPE=N",
            split = ",",
            description = "How many copies of each process type of the Procfile, like web=2,worker=1; 1 when left out.")
    private Map<String, Integer> formation = new LinkedHashMap<>();

    boolean isMade() {
        return file != null;
    }

    @Nullable
    Path file() {
        return file;
    }

    /** What it comes to; a {@link Failure} when it cannot be read or makes no sense. */
    LbConfig config() {
        try {
            return Procfile.read(Objects.requireNonNull(file)).config(formation);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage(), "name a Procfile");
        }
    }

    /** The same choice as arguments of another command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (file != null) {
            arguments.add(PROCFILE + "=" + file.toAbsolutePath());
        }
        formation.forEach((type, count) -> arguments.add(FORMATION + "=" + type + "=" + count));
        return arguments;
    }
}
