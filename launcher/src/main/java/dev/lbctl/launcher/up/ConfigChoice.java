package dev.lbctl.launcher.up;

import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Replacements.Listening;
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
    private static final String PORT = "--port";
    private static final String ADMIN_PORT = "--admin-port";
    private static final String MANAGEMENT_PORT = "--management-port";
    private static final String FIRST_PORT = "--first-port";

    @Mixin
    private FileChoice file = new FileChoice();

    @Option(
            names = {"-n", BACKENDS},
            paramLabel = "N",
            description = "How many sample servers, 1 to 200.")
    private @Nullable Integer backends;

    @Option(names = PORT, paramLabel = "PORT", description = "Where clients send their traffic.")
    private @Nullable Integer port;

    @Option(names = ADMIN_PORT, paramLabel = "PORT", description = "The balancer's admin API.")
    private @Nullable Integer adminPort;

    @Option(names = MANAGEMENT_PORT, paramLabel = "PORT", description = "The launcher's management API and dashboard.")
    private @Nullable Integer managementPort;

    @Option(names = FIRST_PORT, paramLabel = "PORT", description = "The first sample server's; the others follow.")
    private @Nullable Integer firstPort;

    public Chosen chosen(Map<String, String> environment) {
        Replacements all = Variables.in(environment);
        all = port == null ? all : all.port(PORT, Listening.LISTENER, port);
        all = adminPort == null ? all : all.port(ADMIN_PORT, Listening.ADMIN, adminPort);
        all = managementPort == null ? all : all.port(MANAGEMENT_PORT, Listening.MANAGEMENT, managementPort);
        all = backends == null ? all : all.samples(BACKENDS, backends);
        all = firstPort == null ? all : all.firstPort(FIRST_PORT, firstPort);
        return Chosen.of(file.place(environment), all);
    }

    /** The same choice as arguments of another {@code up}. */
    public List<String> arguments(Chosen chosen) {
        List<String> arguments = new ArrayList<>();
        Path found = chosen.place().file();
        add(arguments, "--file", found == null ? null : found.toAbsolutePath());
        add(arguments, BACKENDS, backends);
        add(arguments, PORT, port);
        add(arguments, ADMIN_PORT, adminPort);
        add(arguments, MANAGEMENT_PORT, managementPort);
        add(arguments, FIRST_PORT, firstPort);
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option + "=" + value);
        }
    }
}
