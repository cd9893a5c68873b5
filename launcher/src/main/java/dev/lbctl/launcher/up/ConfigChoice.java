package dev.lbctl.launcher.up;

import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Variables;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.reload.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which configuration a cluster is started with: a flag wins over the environment, that over the file, that over the default. */
public final class ConfigChoice {
    private static final String BACKENDS = "--backends";
    private static final String WATCH_CONFIG = "--watch-config";

    @Mixin
    private FileChoice file = new FileChoice();

    @Option(
            names = {"-n", BACKENDS},
            paramLabel = "N",
            description = "How many sample servers, 1 to 200.")
    private @Nullable Integer backends;

    @Mixin
    private ProcfileChoice procfile = new ProcfileChoice();

    @Mixin
    private PortChoice ports = new PortChoice();

    @Option(names = WATCH_CONFIG, description = "Go by the file anew whenever it changes, as by lbctl reload.")
    private boolean watchConfig;

    /** Whether nothing was chosen on the command line. */
    public boolean isBare() {
        return !file.isMade()
                && backends == null
                && !watchConfig
                && procfile.arguments().isEmpty()
                && ports.arguments().isEmpty();
    }

    public Chosen chosen(Map<String, String> environment) {
        return procfile.isMade()
                ? Chosen.typed("the Procfile", procfile.config(), replacements(environment))
                : Chosen.of(file.place(environment), replacements(environment));
    }

    /** What was chosen, to be read again from where it was found. */
    public Source source(Chosen chosen, Map<String, String> environment) {
        Path file = procfile.isMade() ? procfile.file() : chosen.place().file();
        return new Source(chosen.config(), file, () -> again(chosen, environment));
    }

    /** A Procfile that is none any more is a problem like any other. */
    private ConfigResult again(Chosen before, Map<String, String> environment) {
        try {
            Chosen now = procfile.isMade() ? chosen(environment) : Chosen.of(before.place(), replacements(environment));
            return now.result();
        } catch (Failure failure) {
            return new ConfigResult.Invalid(List.of(
                    new ConfigProblem("the Procfile", 0, 0, String.valueOf(failure.getMessage()), failure.hint())));
        }
    }

    private Replacements replacements(Map<String, String> environment) {
        Replacements all = ports.with(Variables.in(environment));
        all = watchConfig ? all.watchConfig(WATCH_CONFIG) : all;
        return backends == null || procfile.isMade() ? all : all.samples(BACKENDS, backends);
    }

    /** The same choice as arguments of another {@code up}. */
    public List<String> arguments(Chosen chosen) {
        List<String> arguments = new ArrayList<>();
        Path found = chosen.place().file();
        if (found != null) {
            arguments.add("--file=" + found.toAbsolutePath());
        }
        if (backends != null) {
            arguments.add(BACKENDS + "=" + backends);
        }
        if (watchConfig) {
            arguments.add(WATCH_CONFIG);
        }
        arguments.addAll(procfile.arguments());
        arguments.addAll(ports.arguments());
        return arguments;
    }
}
