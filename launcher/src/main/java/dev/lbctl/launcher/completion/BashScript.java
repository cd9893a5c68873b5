package dev.lbctl.launcher.completion;

import dev.lbctl.launcher.completion.Grammar.Flag;
import dev.lbctl.launcher.completion.Grammar.Verb;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for bash; zsh takes it as well. Names of clusters and nodes are read from run directories, without a start of Java. */
public final class BashScript {
    private static final String NAMES = """
            _lbctl_state="${XDG_STATE_HOME:-$HOME/.local/state}/lbctl"

            _lbctl_clusters() { ls "$_lbctl_state" 2>/dev/null; }

            _lbctl_nodes() {
              local file
              for file in "$_lbctl_state/$1"/nodes/*.json; do
                [ -e "$file" ] && file=${file##*/} && echo "${file%.json}"
              done
            }

            _lbctl_backends() {
              { _lbctl_nodes "$1"; sed -n 's/^ *- name: *//p' "$_lbctl_state/$1/balancer.yaml" 2>/dev/null; } |
                grep -vx balancer | sort -u
            }

            """;
    private static final String FUNCTION = """
            _lbctl() {
              local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
              local cluster=${LBCTL_NAME:-default} verb= words= word i
              if [ "$current" = = ]; then current=; fi
              if [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if [ "${COMP_WORDS[i-1]}" = --name ] && [ "$word" != = ]; then cluster=$word; fi
                if [ "${COMP_WORDS[i-1]}" = = ] && [ "${COMP_WORDS[i-2]}" = --name ]; then cluster=$word; fi
                case "$verb/$word" in
            %s    esac
              done
              case "$verb:$before" in
            %s  esac
              case "$verb:$current" in
            %s  esac
              case "$verb" in
            %s  esac
              COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            """;

    private BashScript() {}

    public static String bash(Grammar grammar) {
        return "# Completion of lbctl for bash: source <(lbctl completion bash)\n" + body(grammar)
                + "complete -F _lbctl lbctl\n";
    }

    public static String zsh(Grammar grammar) {
        return "#compdef lbctl\n# Completion of lbctl for zsh: source <(lbctl completion zsh)\n"
                + "autoload -U +X bashcompinit && bashcompinit\n" + body(grammar) + "complete -F _lbctl lbctl\n";
    }

    private static String body(Grammar grammar) {
        List<Verb> verbs = grammar.verbs();
        return NAMES
                + FUNCTION.formatted(
                        lines(verbs.stream()
                                .filter(verb -> !verb.path().isEmpty())
                                .map(BashScript::entered)
                                .toList()),
                        lines(verbs.stream()
                                .flatMap(verb -> verb.flags().stream()
                                        .filter(Flag::takesValue)
                                        .map(flag -> value(verb, flag)))
                                .toList()),
                        lines(verbs.stream().map(BashScript::flags).toList()),
                        lines(verbs.stream().map(BashScript::operands).toList()));
    }

    /** From the command before its last word to itself. */
    private static String entered(Verb verb) {
        String last = verb.path().get(verb.path().size() - 1);
        String before = String.join(" ", verb.path().subList(0, verb.path().size() - 1));
        return "      \"" + before + "/" + last + "\") verb=\"" + verb.words() + "\" ;;";
    }

    private static String value(Verb verb, Flag flag) {
        String pattern = flag.names().stream()
                .map(name -> "\"" + verb.words() + ":" + name + "\"")
                .collect(Collectors.joining("|"));
        return "    " + pattern + ") " + reply(flag.value()) + "; return ;;";
    }

    private static String flags(Verb verb) {
        String names =
                verb.flags().stream().flatMap(flag -> flag.names().stream()).collect(Collectors.joining(" "));
        return "    \"" + verb.words() + ":\"-*) " + reply(names) + "; return ;;";
    }

    private static String operands(Verb verb) {
        return verb.commands().isEmpty()
                ? "    \"" + verb.words() + "\") " + reply(verb.operands()) + "; return ;;"
                : "    \"" + verb.words() + "\") words=\"" + String.join(" ", verb.commands()) + "\" ;;";
    }

    private static String reply(Values values) {
        return switch (values.source()) {
            case NOTHING -> "COMPREPLY=()";
            case FILES -> "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$current\"))";
            case WORDS -> reply(String.join(" ", values.words()));
            case CLUSTERS -> reply("$(_lbctl_clusters)");
            case NODES -> reply("$(_lbctl_nodes \"$cluster\")");
            case BACKENDS -> reply("$(_lbctl_backends \"$cluster\")");
        };
    }

    private static String reply(String words) {
        return "COMPREPLY=($(compgen -W \"" + words + "\" -- \"$current\"))";
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
