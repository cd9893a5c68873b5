package dev.lbctl.launcher.up;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ShellCommand;
import dev.lbctl.config.file.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration that {@code lbctl run} stands for: one pool, copies of one program, everything else as by default. */
public final class RunChoice {
    private static final String TCP = "tcp";

    @Option(
            names = {"-n", "--copies"},
            paramLabel = "N",
            defaultValue = "1",
            converter = CopiesOption.class,
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

    @Option(
            names = "--watch",
            paramLabel = "PATH",
            description = "When a file there changes, the copies are restarted in turn; may be given again.")
    private List<Path> watch = List.of();

    @Mixin
    private PortChoice ports = new PortChoice();

    @Parameters(
            paramLabel = "COMMAND",
            arity = "1..*",
            description = "The program and its arguments; one word with blanks in it is run by /bin/sh.")
    private List<String> command = List.of();

    /** Complete and valid, or a {@link dev.lbctl.launcher.console.Failure} with every problem. */
    public LbConfig config(Map<String, String> environmentOfOurs) {
        LbConfig typed = ProgramPool.alone(Map.of(ProgramPool.DEFAULT, pool().config()));
        return Chosen.typed("lbctl run", typed, ports.with(Variables.in(environmentOfOurs)))
                .config();
    }

    /** The same choice as arguments of another {@code run}. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--copies=" + copies, "--ready=" + ready));
        environment.forEach((name, value) -> arguments.add("--env=" + name + "=" + value));
        watch.forEach(path -> arguments.add("--watch=" + path));
        arguments.addAll(ports.arguments());
        arguments.add("--");
        arguments.addAll(command);
        return arguments;
    }

    private List<Path> watched() {
        return watch.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    private ProgramPool pool() {
        boolean typed = command.size() == 1 && command.get(0).contains(" ");
        ProgramConfig.Command program = new ProgramConfig.Command(
                typed ? ShellCommand.words(command.get(0)) : command,
                Path.of("").toAbsolutePath(),
                environment,
                null);
        String path = ready.equals(TCP) ? null : ready;
        return new ProgramPool(ProgramPool.DEFAULT, program, copies, true, watched(), path);
    }
}
