package dev.lbctl.launcher.cli.node;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The nodes a command is for, when it can do without any. */
final class OptionalNodeNames {
    @Parameters(paramLabel = "NODE", arity = "0..*", description = "Names as lbctl ps shows them.")
    private List<String> names = List.of();

    List<String> names() {
        return names;
    }
}
