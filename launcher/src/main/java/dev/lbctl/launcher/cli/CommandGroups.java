package dev.lbctl.launcher.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands as {@code lbctl --help} lists them: by what they are for, the most used first. */
final class CommandGroups implements IHelpSectionRenderer {

    /** Commands that are of one use; those that are in no group come last. */
    private record Group(String title, List<String> commands) {}

    private static final List<Group> GROUPS = List.of(
            new Group("A cluster", List.of("up", "run", "demo", "down", "ps", "reload", "top", "dashboard")),
            new Group("Its nodes", List.of("kill", "start", "stop", "restart", "scale", "fault", "logs")),
            new Group("Its traffic", List.of("drain", "maint", "ready", "weight", "algorithm", "bench")),
            new Group("What happened, and why", List.of("events", "explain")));
    private static final String OTHERS = "Everything else";

    private final Lbctl lbctl;

    private CommandGroups(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    static void show(CommandLine line, Lbctl lbctl) {
        line.getHelpSectionMap().remove(SECTION_KEY_COMMAND_LIST_HEADING);
        line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandGroups(lbctl));
    }

    @Override
    public String render(Help help) {
        Map<String, String> outlines = Commands.outlines(lbctl);
        List<String> left = new ArrayList<>(outlines.keySet());
        List<Group> groups = new ArrayList<>(GROUPS);
        GROUPS.forEach(group -> left.removeAll(group.commands()));
        groups.add(new Group(OTHERS, left));
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            text.append(String.format("%n%s:%n", group.title()));
            for (String name : group.commands()) {
                Ansi.Text shown = help.colorScheme().commandText(String.format("%-16s", name));
                text.append(String.format("  %s%s%n", shown, outlines.get(name)));
            }
        }
        return text.toString();
    }
}
