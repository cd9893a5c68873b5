package dev.lbctl.launcher.cli;

import dev.lbctl.launcher.cli.cluster.ClusterVerbs;
import dev.lbctl.launcher.cli.config.ConfigCommand;
import dev.lbctl.launcher.cli.line.Composed;
import dev.lbctl.launcher.cli.look.LookVerbs;
import dev.lbctl.launcher.cli.node.NodeVerbs;
import dev.lbctl.launcher.cli.traffic.TrafficVerbs;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands by name. picocli takes milliseconds to read one with its options, and there are thirty: a line gets those that it
 * needs.
 */
final class Commands {
    /** In the order in which the scripts for shells have them. */
    static final List<String> NAMES = List.of(
            ("up run down ps kill start stop restart scale reload drain ready maint weight algorithm fault events explain bench demo"
                            + " logs top dashboard token config install-service completion man version help")
                    .split(" "));
    /** These tell of all the others. */
    private static final Set<String> OF_ALL = Set.of("completion", "man", "help");

    /** These ask no cluster. */
    private static final Set<String> ALONE = Set.of("config", "completion", "man", "version", "help");

    private Commands() {}

    /** Adds each of them. */
    static void all(CommandLine line, Lbctl lbctl) {
        NAMES.forEach(name -> line.addSubcommand(whole(Objects.requireNonNull(named(name, lbctl)))));
    }

    /** Adds the one that the words name; all when they name none, or one that needs the others. */
    static void neededBy(List<String> words, CommandLine line, Lbctl lbctl) {
        String name = first(words);
        Object command = name == null || OF_ALL.contains(name) ? null : named(name, lbctl);
        if (command != null) {
            line.addSubcommand(whole(command));
        } else if (name == null && (words.contains("--help") || words.contains("-h"))) {
            line.addSubcommand(new HelpCommand(lbctl)); // that there are commands; which ones is told by CommandGroups
        } else {
            all(line, lbctl);
        }
    }

    /** What the list of commands shows of each: its name and its first sentence, without those that are hidden. */
    static Map<String, String> outlines(Lbctl lbctl) {
        Map<String, String> outlines = new LinkedHashMap<>();
        for (String name : NAMES) {
            Object command = Objects.requireNonNull(named(name, lbctl));
            Command told = Objects.requireNonNull(command.getClass().getAnnotation(Command.class));
            if (!told.hidden()) {
                outlines.put(name, told.description()[0]);
            }
        }
        return outlines;
    }

    /** Whether the command that the words name asks a cluster. */
    static boolean talks(List<String> words) {
        String name = first(words);
        return name != null && !ALONE.contains(name) && !words.contains("--help");
    }

    /** The first word that is no option of {@code lbctl} itself. */
    private static @Nullable String first(List<String> words) {
        Iterator<String> left = words.iterator();
        while (left.hasNext()) {
            String word = left.next();
            if (!word.startsWith("-")) {
                return word;
            }
            if (word.equals("--name") && left.hasNext()) {
                left.next();
            }
        }
        return null;
    }

    private static Object whole(Object command) {
        return command instanceof Composed composed ? composed.whole() : command;
    }

    private static @Nullable Object named(String name, Lbctl lbctl) {
        return switch (name) {
            case "config" -> new ConfigCommand(lbctl);
            case "completion" -> new CompletionCommand(lbctl);
            case "man" -> new ManCommand(lbctl);
            case "version" -> new VersionCommand(lbctl);
            case "help" -> new HelpCommand(lbctl);
            default ->
                ClusterVerbs.named(name, lbctl)
                        .or(() -> NodeVerbs.named(name, lbctl))
                        .or(() -> TrafficVerbs.named(name, lbctl))
                        .or(() -> LookVerbs.named(name, lbctl))
                        .orElse(null);
        };
    }
}
