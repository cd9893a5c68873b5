package dev.lbctl.launcher.cli;

import dev.lbctl.config.yaml.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A line that cannot be understood, in words. */
record Misuse(ParameterException exception) {
    /** What somebody needs who types nothing else, in this order. */
    private static final List<String> MOST_USED = List.of("up", "run", "demo", "ps", "top", "kill", "logs", "down");

    private static final String PICOCLI_LACKS_COMMAND = "Missing required subcommand";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    /** What is wrong with it, in one line. */
    String words() {
        if (lacksCommand()) {
            return isRoot() ? "which command? The most used are:" : "which one? There are:";
        }
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().get(0));
        }
        return decapitalized(String.valueOf(exception.getMessage()))
                .replaceFirst(" is not an? (int|long)$", " is not a whole number")
                .replaceFirst(" is not a double$", " is not a number");
    }

    /** What would be right, line by line. */
    List<String> advice() {
        if (lacksCommand()) {
            CommandLine line = exception.getCommandLine();
            Stream<String> names = isRoot() ? MOST_USED.stream() : line.getSubcommands().keySet().stream();
            return names.map(name -> outline(
                            name, Objects.requireNonNull(line.getSubcommands().get(name))))
                    .toList();
        }
        ArgSpec argument = exception.getArgSpec();
        return argument == null || argument.converters().length > 0 || !WHOLE.contains(argument.type())
                ? List.of()
                : List.of(name(argument) + ": " + argument.description()[0]);
    }

    private boolean lacksCommand() {
        return PICOCLI_LACKS_COMMAND.equals(exception.getMessage());
    }

    private boolean isRoot() {
        return exception.getCommandLine().getParent() == null;
    }

    private String unknown(String word) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        boolean option = word.startsWith("-");
        boolean verb = !option && !command.subcommands().isEmpty();
        String what = option ? "no option \"" : verb ? "no command \"" : "not understood: \"";
        Set<String> known =
                option ? command.optionsMap().keySet() : command.subcommands().keySet();
        return what + word + "\""
                + Suggestion.nearest(word, known)
                        .map(meant -> "; did you mean " + meant + "?")
                        .orElse("");
    }

    private static String outline(String name, CommandLine command) {
        return String.format(
                "%-8s %s", name, command.getCommandSpec().usageMessage().description()[0]);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String decapitalized(String sentence) {
        boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
        return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
