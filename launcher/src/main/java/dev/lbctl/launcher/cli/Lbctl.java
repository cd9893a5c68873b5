package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.logging.StderrLogging;
import dev.lbctl.launcher.LauncherLogging;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.util.List;
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
public final class Lbctl implements Invocation {
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
        StderrLogging.use(LauncherLogging.class);
        spare();
        Output output = Output.ofProcess();
        List<String> words = List.of(arguments);
        if (Commands.talks(words)) {
            Cluster.prepare();
        }
        int exitCode = commandLineFor(words, output, System.getenv(), Person.atTheTerminal(output))
                .execute(arguments);
        output.data().flush();
        System.exit(exitCode);
    }

    /** Has picocli leave out what no command needs: it would look for a class of Groovy's in the whole jar, and load every kind of time. */
    private static void spare() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java.[st].*"); // java.sql, java.time
    }

    /** With every command there is. */
    static CommandLine commandLine(Output output, Map<String, String> environment, Person person) {
        Lbctl lbctl = new Lbctl(output, environment, person);
        CommandLine line = new CommandLine(lbctl);
        Commands.all(line, lbctl);
        return ready(line, lbctl);
    }

    /** With what the words need of it. */
    static CommandLine commandLineFor(
            List<String> words, Output output, Map<String, String> environment, Person person) {
        Lbctl lbctl = new Lbctl(output, environment, person);
        CommandLine line = new CommandLine(lbctl);
        Commands.neededBy(words, line, lbctl);
        return ready(line, lbctl);
    }

    private static CommandLine ready(CommandLine line, Lbctl lbctl) {
        CommandGroups.show(line, lbctl);
        return Failures.handledBy(line, lbctl.output, lbctl.environment);
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public int execute(List<String> words) {
        List<String> line = cluster().words(words);
        return commandLineFor(line, output, environment, person).execute(line.toArray(String[]::new));
    }

    @Override
    public Cluster cluster() {
        return Cluster.named(name, environment);
    }
}
