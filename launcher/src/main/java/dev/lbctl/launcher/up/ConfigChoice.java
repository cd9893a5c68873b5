package dev.lbctl.launcher.up;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which configuration a cluster is started with: a flag wins over the environment, that over the file, that over the default. */
public final class ConfigChoice {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            defaultValue = "${env:LBCTL_FILE}",
            description = "Configuration; the default when left out.")
    private @Nullable Path file;

    @Option(
            names = {"-n", "--backends"},
            paramLabel = "N",
            defaultValue = "${env:LBCTL_BACKENDS}",
            description = "How many sample servers, 1 to 200.")
    private @Nullable Integer backends;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:LBCTL_PORT}",
            description = "Where clients send their traffic.")
    private @Nullable Integer port;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            defaultValue = "${env:LBCTL_ADMIN_PORT}",
            description = "The balancer's admin API.")
    private @Nullable Integer adminPort;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            defaultValue = "${env:LBCTL_MANAGEMENT_PORT}",
            description = "The launcher's management API and dashboard.")
    private @Nullable Integer managementPort;

    @Option(
            names = "--first-port",
            paramLabel = "PORT",
            defaultValue = "${env:LBCTL_FIRST_PORT}",
            description = "The first sample server's; the others follow.")
    private @Nullable Integer firstPort;

    /** Complete and valid, or a {@link Failure} with every problem. */
    public LbConfig config() {
        LbConfig base = file == null ? ConfigFile.defaults() : valid(ConfigFile.read(file));
        return checked(new LbConfig(
                base.listener().withAddress(moved(base.listener().address(), port)),
                new AdminConfig(moved(base.admin().address(), adminPort)),
                new ManagementConfig(moved(base.management().address(), managementPort)),
                pools(base.pools()),
                base.routes()));
    }

    /** The same choice as arguments of another {@code up}. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--file", file == null ? null : file.toAbsolutePath());
        add(arguments, "--backends", backends);
        add(arguments, "--port", port);
        add(arguments, "--admin-port", adminPort);
        add(arguments, "--management-port", managementPort);
        add(arguments, "--first-port", firstPort);
        return arguments;
    }

    /** The configuration, or a {@link Failure} with every problem. */
    public static LbConfig valid(ConfigResult result) {
        if (result instanceof ConfigResult.Valid valid) {
            return valid.config();
        }
        throw refused(((ConfigResult.Invalid) result)
                .problems().stream().map(ConfigProblem::toString).toList());
    }

    /** Flags are held against the same rules as a file. */
    private static LbConfig checked(LbConfig config) {
        if (ConfigFile.parse("flags", ConfigFile.write(config)) instanceof ConfigResult.Invalid invalid) {
            throw refused(invalid.problems().stream()
                    .map(problem -> problem.what() + "; " + problem.fix())
                    .toList());
        }
        return config;
    }

    private static Failure refused(List<String> problems) {
        String count = problems.size() == 1 ? "one mistake" : problems.size() + " mistakes";
        String message = "the configuration has " + count + "\n" + String.join("\n", problems);
        return new Failure(ExitCode.USAGE, message, "");
    }

    private Map<String, PoolConfig> pools(Map<String, PoolConfig> pools) {
        boolean starts = pools.values().stream().anyMatch(pool -> pool.run() != null);
        if (!starts && (backends != null || firstPort != null)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--backends and --first-port are for sample servers, and no pool of " + file + " has any",
                    "write run: { sample: 5 } into a pool, or leave the flags out");
        }
        Map<String, PoolConfig> changed = new LinkedHashMap<>();
        pools.forEach((name, pool) -> changed.put(name, withRun(pool)));
        return changed;
    }

    private PoolConfig withRun(PoolConfig pool) {
        NodeConfig run = pool.run();
        return run == null
                ? pool
                : pool.withServers(
                        new NodeConfig(
                                Objects.requireNonNullElse(backends, run.sample()),
                                Objects.requireNonNullElse(firstPort, run.firstPort())),
                        pool.backends());
    }

    private static Address moved(Address address, @Nullable Integer port) {
        return port == null ? address : address.withPort(port);
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option + "=" + value);
        }
    }
}
