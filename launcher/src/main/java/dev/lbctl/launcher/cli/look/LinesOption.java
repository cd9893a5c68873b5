package dev.lbctl.launcher.cli.look;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many of the last lines a command shows. */
final class LinesOption {
    private int lines = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--lines", "--tail"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of the last ones, 0 or more; 100 when left out.")
    @SuppressWarnings("unused") // picocli calls it
    private void set(int wanted) {
        if (wanted < 0) {
            throw new ParameterException(spec.commandLine(), "--lines is " + wanted + "; write 0 or more");
        }
        lines = wanted;
    }

    int count() {
        return lines;
    }
}
