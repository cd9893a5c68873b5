package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Problem;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.launcher.api.ReloadReport;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.cli.line.RollingRestart;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.console.Output;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl reload}. */
@Command(
        name = "reload",
        description = {
            "Have the cluster go by what its file says now: the one that lbctl up took, with the same flags.",
            "No request is lost. What is not valid, or takes a restart of the cluster, is refused and changes nothing.",
            "Nodes that are to run something else are restarted in turn, until one does not become ready."
        },
        footerHeading = "%nExample:%n",
        footer = {"  lbctl reload --dry-run      what would change", "  lbctl reload"})
final class ReloadCommand implements Callable<Integer> {
    private final Invocation typed;

    @Option(names = "--dry-run", description = "Only say what would change, or what is wrong.")
    private boolean dryRun;

    @Mixin
    private OutputFormat format = new OutputFormat();

    ReloadCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        ReloadReport report;
        try {
            report = typed.cluster().supervisor().reload(dryRun);
        } catch (CallFailure.Refused refused) {
            throw failure(refused.body());
        }
        show(report);
        if (!report.restarting().isEmpty()) {
            new RollingRestart(typed.output(), typed.cluster()).follow();
        }
        return 0;
    }

    private void show(ReloadReport report) throws IOException {
        Output output = typed.output();
        switch (format.format()) {
            case json -> output.json(report);
            case name -> report.changes().forEach(change -> output.line(change.key()));
            case table -> {
                report.changes().forEach(change -> output.line(line(change)));
                report.nodes().forEach(output::line);
            }
        }
        report.notes().forEach(output::say);
        if (report.changes().isEmpty() && report.nodes().isEmpty()) {
            output.say(
                    report.file() == null
                            ? "nothing changes: the cluster was started without a file"
                            : "nothing changes: the cluster goes by " + report.file() + " already");
        } else {
            String file = report.file() == null ? "what it was started with" : report.file();
            output.say(report.applied() ? "reloaded " + file : "nothing was done (--dry-run)");
        }
    }

    private static String line(ConfigReport.Change change) {
        if (change.before() == null) {
            return "+ " + change.key() + ": " + change.after();
        }
        return change.after() == null
                ? "- " + change.key() + ": " + change.before()
                : "~ " + change.key() + ": " + change.before() + " → " + change.after();
    }

    private static Failure failure(ErrorBody body) {
        List<Problem> problems = body.problems();
        if (problems == null) {
            return new Failure(ExitCode.FAILED, body.detail() + "\nthe configuration stays as it was", body.hint());
        }
        String lines = problems.stream()
                .map(each -> new ConfigProblem(each.file(), each.line(), each.column(), each.what(), each.fix()))
                .map(ConfigProblem::toString)
                .collect(Collectors.joining("\n"));
        return new Failure(ExitCode.USAGE, "the configuration stays as it was\n" + lines, "");
    }
}
