package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.completion.BashScript;
import dev.lbctl.launcher.completion.FishScript;
import dev.lbctl.launcher.completion.Grammar;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl completion}. */
@Command(
        name = "completion",
        description = "Print a script that has your shell complete commands, options, and the names of what runs.",
        footerHeading = "%nExample:%n",
        footer = {
            "  source <(lbctl completion bash)                                   now, in bash; zsh likewise",
            "  lbctl completion bash > ~/.local/share/bash-completion/completions/lbctl",
            "  lbctl completion fish > ~/.config/fish/completions/lbctl.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    /** Whose language the script is in. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() {
        Grammar grammar = Grammar.of(spec.root());
        lbctl.output()
                .data()
                .print(
                        switch (shell) {
                            case bash -> BashScript.bash(grammar);
                            case zsh -> BashScript.zsh(grammar);
                            case fish -> FishScript.fish(grammar);
                        });
        return 0;
    }
}
