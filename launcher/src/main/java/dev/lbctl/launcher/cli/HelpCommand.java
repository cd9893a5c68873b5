package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.cli.line.Known;
import dev.lbctl.launcher.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl help}. */
@Command(
        name = "help",
        description = "Show the help of a command; or of exit-codes, or of environment.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl help config check", "  lbctl help exit-codes"})
final class HelpCommand implements Callable<Integer> {
    private static final String EXIT_CODES = "exit-codes";
    private static final String ENVIRONMENT = "environment";
    private static final String VARIABLES = """
            LBCTL_CONFIG      the configuration file, when -f is left out
            LBCTL_NAME        the cluster, when --name is left out
            LBCTL_DEBUG       1: failures come with a stack trace
            NO_COLOR          anything: no colours
            CLICOLOR_FORCE    1: colours even where there is no terminal
            COLUMNS           how wide tables may be on a terminal
            XDG_STATE_HOME    where clusters are kept, in lbctl/NAME; ~/.local/state when left out
            XDG_CONFIG_HOME   where lbctl/lbctl.yaml is looked for; ~/.config when left out
            LBCTL_...         every setting of the configuration: lbctl config --help
            """;

    private final Lbctl lbctl;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Its words; all commands when left out.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HelpCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.root().commandLine();
        if (words.equals(List.of(EXIT_CODES))) {
            line.getCommandSpec()
                    .usageMessage()
                    .exitCodeList()
                    .forEach((code, meaning) -> lbctl.output().line(code + "   " + meaning));
        } else if (words.equals(List.of(ENVIRONMENT))) {
            lbctl.output().data().print(VARIABLES);
        } else {
            for (String word : words) {
                line = next(line, word);
            }
            line.usage(line.getOut());
        }
        return ExitCode.OK.number();
    }

    private static CommandLine next(CommandLine line, String word) {
        Map<String, CommandLine> there = line.getSubcommands();
        List<String> known = new ArrayList<>(there.keySet());
        if (line.getParent() == null) {
            known.addAll(List.of(EXIT_CODES, ENVIRONMENT));
        }
        new Known("command", known).check(word);
        CommandLine next = there.get(word);
        return next == null ? line : next;
    }
}
