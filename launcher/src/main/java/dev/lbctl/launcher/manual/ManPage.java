package dev.lbctl.launcher.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * One command's page, in the language of man(7).
 *
 * @param name of the file without its section, like {@code lbctl-ps}
 */
public record ManPage(String name, String text) {

    /** The root's and every command's that is not hidden. */
    public static List<ManPage> of(CommandSpec root, String version) {
        List<ManPage> pages = new ArrayList<>();
        collect(root, version, pages);
        return pages;
    }

    private static void collect(CommandSpec spec, String version, List<ManPage> pages) {
        if (spec.usageMessage().hidden()) {
            return;
        }
        String name = spec.qualifiedName("-");
        pages.add(new ManPage(name, text(spec, name, version)));
        spec.subcommands().forEach((word, line) -> {
            if (word.equals(line.getCommandName())) {
                collect(line.getCommandSpec(), version, pages);
            }
        });
    }

    private static String text(CommandSpec spec, String name, String version) {
        UsageMessageSpec usage = spec.usageMessage();
        String synopsis =
                new Help(spec, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).strip();
        StringBuilder page =
                new StringBuilder(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"lbctl " + version + "\"\n");
        String[] description = usage.description();
        section(page, "NAME", escaped(name) + " \\- " + (description.length == 0 ? "" : escaped(description[0])));
        section(page, "SYNOPSIS", verbatim(List.of(synopsis.split("\n", -1))));
        section(page, "DESCRIPTION", verbatim(List.of(description)));
        section(page, "OPTIONS", arguments(spec));
        section(page, "COMMANDS", commands(spec));
        section(page, "EXIT STATUS", pairs(spec.root().usageMessage().exitCodeList()));
        section(page, "EXAMPLES", verbatim(List.of(usage.footer())));
        section(page, "SEE ALSO", spec.parent() == null ? "" : "\\fBlbctl\\fR(1)");
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String text) {
        if (!text.isEmpty()) {
            page.append(".SH ").append(title).append('\n').append(text).append('\n');
        }
    }

    private static String arguments(CommandSpec spec) {
        List<String> entries = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            String label = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
            String names = List.of(option.names()).stream()
                    .map(each -> "\\fB" + escaped(each) + "\\fR")
                    .collect(Collectors.joining(", "));
            entries.add(entry(names + label, about(option)));
        }
        spec.positionalParameters()
                .forEach(each -> entries.add(entry("\\fI" + escaped(each.paramLabel()) + "\\fR", about(each))));
        return String.join("\n", entries);
    }

    private static String commands(CommandSpec spec) {
        return spec.subcommands().entrySet().stream()
                .filter(each -> each.getKey().equals(each.getValue().getCommandName()))
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(each -> entry(
                        "\\fB" + escaped(each.getKey()) + "\\fR",
                        first(each.getValue().getCommandSpec().usageMessage().description())))
                .collect(Collectors.joining("\n"));
    }

    private static String pairs(Map<String, String> codes) {
        return codes.entrySet().stream()
                .map(each -> entry("\\fB" + each.getKey() + "\\fR", escaped(each.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String entry(String what, String about) {
        return ".TP\n" + what + "\n" + about;
    }

    private static String about(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        String words = candidates == null ? "" : String.join(", ", candidates);
        return List.of(argument.description()).stream()
                .map(line ->
                        escaped(line.replace("${COMPLETION-CANDIDATES}", words).replace("$$", "$")))
                .collect(Collectors.joining("\n"));
    }

    private static String first(String[] lines) {
        return lines.length == 0 ? "" : escaped(lines[0]);
    }

    private static String verbatim(List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream().map(ManPage::escaped).collect(Collectors.joining("\n", ".nf\n", "\n.fi"));
    }

    /** Without any sign that the language has a meaning for. */
    private static String escaped(String text) {
        String signs = text.replace("\\", "\\e").replace("-", "\\-");
        return signs.startsWith(".") || signs.startsWith("'") ? "\\&" + signs : signs;
    }
}
