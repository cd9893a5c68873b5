package dev.lbctl.launcher.up;

import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Variables;
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

    public Chosen chosen(Map<String, String> environment) {
        Replacements all = ports.with(Variables.in(environment));
        if (procfile.isMade()) {
            return Chosen.typed("the Procfile", procfile.config(), all);
        }
        return Chosen.of(file.place(environment), backends == null ? all : all.samples(BACKENDS, backends));
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
        arguments.addAll(procfile.arguments());
        arguments.addAll(ports.arguments());
        return arguments;
    }
}
