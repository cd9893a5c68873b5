package dev.lbctl.launcher.cli.config;

import dev.lbctl.config.advice.Oddities;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.Variables;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.up.Chosen;
import dev.lbctl.launcher.up.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lbctl config check}. */
@Command(
        name = "check",
        description = {
            "Say everything that is wrong with a file, and where; and what is valid and probably not meant.",
            "The exit code is 2 when something is wrong."
        },
        footerHeading = "%nExample:%n",
        footer = {"  lbctl config check -f my.yaml", "  lbctl config check --strict -o json my.yaml"})
final class ConfigCheckCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private FileChoice choice = new FileChoice();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The same as -f FILE.")
    private @Nullable Path file;

    @Option(names = "--strict", description = "Let warnings count as mistakes.")
    private boolean strict;

    @Mixin
    private OutputFormat format = new OutputFormat();

    ConfigCheckCommand(Invocation typed) {
        this.typed = typed;
    }

    /** What {@code -o json} prints. */
    record Report(String file, boolean valid, List<ConfigProblem> problems, List<ConfigProblem> warnings) {}

    @Override
    public Integer call() {
        Chosen chosen = Chosen.of(choice.place(file, typed.environment()), Variables.in(typed.environment()));
        List<ConfigProblem> warnings =
                chosen.result() instanceof ConfigResult.Valid valid ? Oddities.of(valid) : List.of();
        boolean failed = strict && !warnings.isEmpty();
        if (format.isJson()) {
            List<ConfigProblem> problems =
                    chosen.result() instanceof ConfigResult.Invalid invalid ? invalid.problems() : List.of();
            typed.output().json(new Report(chosen.place().toString(), problems.isEmpty(), problems, warnings));
            return (failed || !problems.isEmpty() ? ExitCode.USAGE : ExitCode.OK).number();
        }
        chosen.valid();
        warnings.forEach(warning -> typed.output().say("warning: " + warning));
        String count = warnings.size() == 1 ? "one warning" : warnings.size() + " warnings";
        typed.output().say(chosen.place() + " is valid" + (warnings.isEmpty() ? "" : ", with " + count));
        return (failed ? ExitCode.USAGE : ExitCode.OK).number();
    }
}
