package dev.lbctl.launcher.up;

import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Replacements.Listening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ports of a cluster as flags; what is left out is as the configuration has it. */
final class PortChoice {
    private static final String PORT = "--port";
    private static final String ADMIN_PORT = "--admin-port";
    private static final String MANAGEMENT_PORT = "--management-port";
    private static final String FIRST_PORT = "--first-port";

    @Option(
            names = PORT,
            paramLabel = "PORT",
            converter = PortOption.class,
            description = "Where clients send their traffic; 0 is any port that is free.")
    private @Nullable Integer port;

    @Option(
            names = ADMIN_PORT,
            paramLabel = "PORT",
            converter = PortOption.class,
            description = "The balancer's admin API; 0 is any port that is free.")
    private @Nullable Integer adminPort;

    @Option(
            names = MANAGEMENT_PORT,
            paramLabel = "PORT",
            converter = PortOption.class,
            description = "The launcher's management API and dashboard; 0 is any port that is free.")
    private @Nullable Integer managementPort;

    @Option(
            names = FIRST_PORT,
            paramLabel = "PORT",
            converter = PortOption.class,
            description = "The first server's, from 1 on; the others follow, and those that are taken are left out.")
    private @Nullable Integer firstPort;

    /** What is said elsewhere, and these ports. */
    Replacements with(Replacements elsewhere) {
        Replacements all = elsewhere;
        all = port == null ? all : all.port(PORT, Listening.LISTENER, port);
        all = adminPort == null ? all : all.port(ADMIN_PORT, Listening.ADMIN, adminPort);
        all = managementPort == null ? all : all.port(MANAGEMENT_PORT, Listening.MANAGEMENT, managementPort);
        return firstPort == null ? all : all.firstPort(FIRST_PORT, firstPort);
    }

    /** The same choice as arguments of another command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, PORT, port);
        add(arguments, ADMIN_PORT, adminPort);
        add(arguments, MANAGEMENT_PORT, managementPort);
        add(arguments, FIRST_PORT, firstPort);
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Integer value) {
        if (value != null) {
            arguments.add(option + "=" + value);
        }
    }
}
