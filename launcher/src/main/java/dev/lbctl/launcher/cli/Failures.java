package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.spec.StartRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes a message and an exit code. picocli's interfaces are old ones: lambdas for them cannot be archived. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String DEBUG = "LBCTL_DEBUG";

    private final Output output;
    private final boolean debug;

    private Failures(Output output, boolean debug) {
        this.output = output;
        this.debug = debug;
    }

    /** Has every failure of the command line dealt with here. */
    static CommandLine handledBy(CommandLine line, Output output, Map<String, String> environment) {
        Failures failures =
                new Failures(output, environment.getOrDefault(DEBUG, "").equals("1"));
        return line.setOut(new PrintWriter(output.data(), true, Output.charset()))
                .setErr(new PrintWriter(output.messages(), true, Output.charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        output.look().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        Misuse misuse = new Misuse(exception);
        output.say("lbctl: " + misuse.words());
        misuse.advice().forEach(line -> output.say("  " + line));
        output.say("  see: " + command.getCommandSpec().qualifiedName() + " --help");
        trace(exception);
        return ExitCode.USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult result) {
        Failure failure = translate(exception);
        output.say("lbctl: " + failure.getMessage());
        if (!failure.hint().isEmpty()) {
            output.say("  " + failure.hint());
        }
        trace(exception);
        return failure.code().number();
    }

    private static Failure translate(Exception exception) {
        if (exception instanceof Failure failure) {
            return failure;
        }
        if (exception instanceof StartRefused refused) {
            return new Failure(ExitCode.FAILED, String.valueOf(refused.getMessage()), refused.hint());
        }
        if (exception instanceof CallFailure.Refused refused) {
            return new Failure(
                    ExitCode.FAILED, refused.body().detail(), refused.body().hint());
        }
        if (exception instanceof CallFailure.Unreachable unreachable) {
            return new Failure(
                    unreachable.isLate() ? ExitCode.TIMED_OUT : ExitCode.FAILED,
                    String.valueOf(unreachable.getMessage()),
                    "the cluster may be starting or stopping: lbctl ps; why: lbctl logs launcher");
        }
        if (exception instanceof IOException e) {
            return new Failure(ExitCode.FAILED, words(e), "");
        }
        return new Failure(
                ExitCode.FAILED,
                "this is a mistake in lbctl itself: " + exception,
                "with " + DEBUG + "=1 it says more; please report that");
    }

    private void trace(Exception exception) {
        if (debug) {
            exception.printStackTrace(output.messages());
        }
    }

    private static String words(IOException exception) {
        if (exception instanceof AccessDeniedException denied) {
            return "no permission to read or write " + denied.getFile();
        }
        return exception instanceof NoSuchFileException missing
                ? "there is no " + missing.getFile()
                : exception.getClass().getSimpleName() + ": " + exception.getMessage();
    }
}
