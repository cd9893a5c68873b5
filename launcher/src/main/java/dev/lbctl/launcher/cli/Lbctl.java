package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line. */
@Command(
        name = "lbctl",
        description = "A load-balanced cluster in one command.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionCommand.Option.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage or configuration",
            "3:the cluster does not run",
            "4:timed out"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl up --backends 5      five sample servers behind a balancer",
            "  curl localhost:8000/       a request through it",
            "  lbctl kill server-3        nobody notices"
        })
public final class Lbctl {
    private final Output output;
    private final Map<String, String> environment;
    private final Person person;

    @Option(
            names = "--name",
            scope = ScopeType.INHERIT,
            paramLabel = "CLUSTER",
            defaultValue = "${env:LBCTL_NAME:-default}",
            description = "Which cluster; $$LBCTL_NAME or \"default\" when left out.")
    private String name = "default";

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "What lbctl version prints.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean version;

    Lbctl(Output output, Map<String, String> environment, Person person) {
        this.output = output;
        this.environment = environment;
        this.person = person;
    }

    public static void main(String[] arguments) {
        Output output = Output.ofProcess();
        int exitCode = commandLine(output, System.getenv(), Person.atTheTerminal(output))
                .execute(arguments);
        output.data().flush();
        System.exit(exitCode);
    }

    /** Every command there is. */
    static CommandLine commandLine(Output output, Map<String, String> environment, Person person) {
        Lbctl lbctl = new Lbctl(output, environment, person);
        CommandLine line = new CommandLine(lbctl)
                .addSubcommand(new UpCommand(lbctl))
                .addSubcommand(new CommandLine(new RunCommand(lbctl)).setStopAtPositional(true))
                .addSubcommand(new DownCommand(lbctl))
                .addSubcommand(new PsCommand(lbctl))
                .addSubcommand(new KillCommand(lbctl))
                .addSubcommand(new StartCommand(lbctl))
                .addSubcommand(new StopCommand(lbctl))
                .addSubcommand(new RestartCommand(lbctl))
                .addSubcommand(new ScaleCommand(lbctl))
                .addSubcommand(new ReloadCommand(lbctl))
                .addSubcommand(new DrainCommand(lbctl))
                .addSubcommand(new ReadyCommand(lbctl))
                .addSubcommand(new MaintCommand(lbctl))
                .addSubcommand(new WeightCommand(lbctl))
                .addSubcommand(new AlgorithmCommand(lbctl))
                .addSubcommand(new FaultCommand(lbctl))
                .addSubcommand(new EventsCommand(lbctl))
                .addSubcommand(new ExplainCommand(lbctl))
                .addSubcommand(new BenchCommand(lbctl))
                .addSubcommand(new DemoCommand(lbctl))
                .addSubcommand(new LogsCommand(lbctl))
                .addSubcommand(new TopCommand(lbctl))
                .addSubcommand(new DashboardCommand(lbctl))
                .addSubcommand(new TokenCommand(lbctl))
                .addSubcommand(ConfigCommand.with(lbctl))
                .addSubcommand(new InstallServiceCommand(lbctl))
                .addSubcommand(new CompletionCommand(lbctl))
                .addSubcommand(new ManCommand(lbctl))
                .addSubcommand(new VersionCommand(lbctl))
                .addSubcommand(new HelpCommand(lbctl));
        CommandGroups.show(line);
        return Failures.handledBy(line, output, environment);
    }

    Output output() {
        return output;
    }

    Person person() {
        return person;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The cluster that was named, running or not. */
    Cluster cluster() {
        return Cluster.named(name, environment);
    }
}
