package dev.lbctl.launcher.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may be typed: every command, the root first, each before its own commands. */
public record Grammar(List<Verb> verbs) {

    /**
     * One command.
     *
     * @param path its words without the program's; none for the root
     * @param commands of its own, by their names and aliases
     */
    record Verb(List<String> path, String about, List<String> commands, List<Flag> flags, Values operands) {

        String words() {
            return String.join(" ", path);
        }
    }

    /**
     * One option.
     *
     * @param value {@link Values#NONE} also when it takes one that cannot be known
     */
    record Flag(List<String> names, String about, boolean takesValue, Values value) {}

    public static Grammar of(CommandSpec root) {
        List<Verb> verbs = new ArrayList<>();
        collect(root, List.of(), verbs);
        return new Grammar(List.copyOf(verbs));
    }

    private static void collect(CommandSpec spec, List<String> path, List<Verb> verbs) {
        List<Flag> flags = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(Grammar::flag)
                .toList();
        Values operands =
                spec.positionalParameters().stream().map(Values::of).findFirst().orElse(Values.NONE);
        List<String> commands = spec.subcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(each -> each.getKey())
                .toList();
        verbs.add(new Verb(path, first(spec.usageMessage().description()), commands, flags, operands));
        for (String name : commands) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            CommandLine command = Objects.requireNonNull(spec.subcommands().get(name));
            collect(command.getCommandSpec(), List.copyOf(longer), verbs);
        }
    }

    private static Flag flag(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0 && !option.typeInfo().isBoolean();
        Values value = takesValue ? Values.of(option) : Values.NONE;
        List<String> names = new ArrayList<>(List.of(option.names()));
        if (option.negatable()) {
            names.add(names.get(0).replaceFirst("^--", "--no-"));
        }
        return new Flag(names, first(option.description()), takesValue, value);
    }

    private static String first(String[] lines) {
        return lines.length == 0 ? "" : lines[0].replace("$$", "$");
    }
}
