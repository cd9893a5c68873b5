package dev.lbctl.launcher.completion;

import dev.lbctl.launcher.completion.Grammar.Flag;
import dev.lbctl.launcher.completion.Grammar.Verb;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for fish, one line for each command and each of its options. */
public final class FishScript {
    private static final String NAMES = """
            function __lbctl_directory
                set -l state $XDG_STATE_HOME
                test -n "$state"; or set state ~/.local/state
                set -l words (commandline -opc) --name $LBCTL_NAME default
                set -l at (contains -i -- --name $words)
                echo $state/lbctl/$words[(math $at + 1)]
            end

            function __lbctl_clusters
                ls (dirname (__lbctl_directory)) 2>/dev/null
            end

            function __lbctl_nodes
                for file in (__lbctl_directory)/nodes/*.json
                    basename $file .json
                end
            end

            """;

    private FishScript() {}

    public static String fish(Grammar grammar) {
        StringBuilder script = new StringBuilder("# Completion of lbctl for fish: lbctl completion fish | source\n")
                .append(NAMES)
                .append("complete -c lbctl -f\n");
        for (Verb verb : grammar.verbs()) {
            for (String command : verb.commands()) {
                script.append(line(before(verb), "-a " + command, about(grammar, verb, command)));
            }
            verb.flags().forEach(flag -> script.append(line(within(verb), words(flag), flag.about())));
            String operands = source(verb.operands());
            if (!operands.isEmpty()) {
                script.append(line(within(verb), operands.replace("-r ", ""), ""));
            }
        }
        return script.toString();
    }

    private static String line(String condition, String words, String about) {
        String told = about.isEmpty() ? "" : " -d " + quoted(about);
        return "complete -c lbctl -n " + quoted(condition) + " " + words + told + "\n";
    }

    /** While one of the command's own commands is still to be typed. */
    private static String before(Verb verb) {
        return verb.path().isEmpty()
                ? "__fish_use_subcommand"
                : within(verb) + "; and not __fish_seen_subcommand_from " + String.join(" ", verb.commands());
    }

    private static String within(Verb verb) {
        return verb.path().isEmpty()
                ? "__fish_use_subcommand"
                : verb.path().stream()
                        .map(word -> "__fish_seen_subcommand_from " + word)
                        .collect(Collectors.joining("; and "));
    }

    private static String about(Grammar grammar, Verb verb, String command) {
        List<String> path =
                Stream.concat(verb.path().stream(), Stream.of(command)).toList();
        return grammar.verbs().stream()
                .filter(each -> each.path().equals(path))
                .map(Verb::about)
                .findFirst()
                .orElse("");
    }

    private static String words(Flag flag) {
        String names = flag.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String value = source(flag.value());
        return names + (!flag.takesValue() ? "" : value.isEmpty() ? " -x" : " " + value);
    }

    private static String source(Values values) {
        return switch (values.source()) {
            case NOTHING -> "";
            case FILES -> "-r -F";
            case WORDS -> "-x -a " + quoted(String.join(" ", values.words()));
            case CLUSTERS -> "-x -a '(__lbctl_clusters)'";
            case NODES -> "-x -a '(__lbctl_nodes)'";
            case BACKENDS -> "-x -a '(__lbctl_nodes | string match -v balancer)'";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
