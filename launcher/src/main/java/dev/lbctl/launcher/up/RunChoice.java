package dev.lbctl.launcher.up;

import dev.lbctl.config.CareConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.ShellCommand;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.file.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration that {@code lbctl run} stands for: one pool, copies of one program, everything else as by default. */
public final class RunChoice {
    private static final String POOL = "default";
    private static final String TCP = "tcp";

    @Option(
            names = {"-n", "--copies"},
            paramLabel = "N",
            defaultValue = "1",
            description = "How many copies, 1 to 200; 1 when left out.")
    private int copies = 1;

    @Option(
            names = "--ready",
            paramLabel = "tcp|/PATH",
            defaultValue = TCP,
            description = "When a copy is ready and fit: it takes connections, or answers this path with 200 to 399.")
    private String ready = TCP;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "KEY=VALUE",
            description = "A variable for every copy; may be given again.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Mixin
    private PortChoice ports = new PortChoice();

    @Parameters(
            paramLabel = "COMMAND",
            arity = "1..*",
            description = "The program and its arguments; one word with blanks in it is run by /bin/sh.")
    private List<String> command = List.of();

    /** Complete and valid, or a {@link dev.lbctl.launcher.console.Failure} with every problem. */
    public LbConfig config(Map<String, String> environmentOfOurs) {
        Replacements replacements = ports.with(Variables.in(environmentOfOurs));
        ConfigResult result = ConfigFile.parse("lbctl run", ConfigFile.write(typed()), replacements);
        return new Chosen(new ConfigPlace(null, true), result).config();
    }

    private LbConfig typed() {
        LbConfig base = ConfigFile.defaults();
        PoolConfig pool = Objects.requireNonNull(base.pools().get(POOL));
        NodeConfig samples = Objects.requireNonNull(pool.run());
        ProbeConfig probe = ready.equals(TCP)
                ? pool.health().probe().connectOnly()
                : pool.health().probe().at(ready);
        PoolConfig changed = pool.withProbe(probe).withServers(run(samples), List.of());
        return base.withPools(Map.of(POOL, changed))
                .withListener(base.listener().withoutAdminPaths());
    }

    /** The same choice as arguments of another {@code run}. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--copies=" + copies, "--ready=" + ready));
        environment.forEach((name, value) -> arguments.add("--env=" + name + "=" + value));
        arguments.addAll(ports.arguments());
        arguments.add("--");
        arguments.addAll(command);
        return arguments;
    }

    private NodeConfig run(NodeConfig samples) {
        boolean typed = command.size() == 1 && command.get(0).contains(" ");
        ProgramConfig program = new ProgramConfig.Command(
                typed ? ShellCommand.words(command.get(0)) : command,
                Path.of("").toAbsolutePath(),
                environment,
                null);
        CareConfig usual = samples.care();
        CareConfig care = new CareConfig(
                new ReadyConfig(ready.equals(TCP) ? null : ready, usual.ready().timeout()),
                usual.stop(),
                usual.restart());
        return new NodeConfig(program, copies, samples.firstPort(), care);
    }
}
