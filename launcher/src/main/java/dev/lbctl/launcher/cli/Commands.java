package dev.lbctl.launcher.cli;

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

    private Commands() {}

    /** Adds each of them. */
    static void all(CommandLine line, Lbctl lbctl) {
        NAMES.forEach(name -> line.addSubcommand(whole(Objects.requireNonNull(named(name, lbctl)), lbctl)));
    }

    /** Adds the one that the words name; all when they name none, or one that needs the others. */
    static void neededBy(List<String> words, CommandLine line, Lbctl lbctl) {
        String name = first(words);
        Object command = name == null || OF_ALL.contains(name) ? null : named(name, lbctl);
        if (command != null) {
            line.addSubcommand(whole(command, lbctl));
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

    private static Object whole(Object command, Lbctl lbctl) {
        if (command instanceof ConfigCommand) {
            return ConfigCommand.with(lbctl);
        }
        return command instanceof RunCommand run ? new CommandLine(run).setStopAtPositional(true) : command;
    }

    private static @Nullable Object named(String name, Lbctl lbctl) {
        return switch (name) {
            case "up" -> new UpCommand(lbctl);
            case "run" -> new RunCommand(lbctl);
            case "down" -> new DownCommand(lbctl);
            case "ps", "status" -> new PsCommand(lbctl);
            case "kill" -> new KillCommand(lbctl);
            case "start" -> new StartCommand(lbctl);
            case "stop" -> new StopCommand(lbctl);
            case "restart" -> new RestartCommand(lbctl);
            case "scale" -> new ScaleCommand(lbctl);
            case "reload" -> new ReloadCommand(lbctl);
            case "drain" -> new DrainCommand(lbctl);
            case "ready" -> new ReadyCommand(lbctl);
            case "maint" -> new MaintCommand(lbctl);
            case "weight" -> new WeightCommand(lbctl);
            case "algorithm" -> new AlgorithmCommand(lbctl);
            case "fault" -> new FaultCommand(lbctl);
            case "events" -> new EventsCommand(lbctl);
            case "explain" -> new ExplainCommand(lbctl);
            case "bench" -> new BenchCommand(lbctl);
            case "demo" -> new DemoCommand(lbctl);
            case "logs" -> new LogsCommand(lbctl);
            case "top" -> new TopCommand(lbctl);
            case "dashboard" -> new DashboardCommand(lbctl);
            case "token" -> new TokenCommand(lbctl);
            case "config" -> new ConfigCommand();
            case "install-service" -> new InstallServiceCommand(lbctl);
            case "completion" -> new CompletionCommand(lbctl);
            case "man" -> new ManCommand(lbctl);
            case "version" -> new VersionCommand(lbctl);
            case "help" -> new HelpCommand(lbctl);
            default -> null;
        };
    }
}
