package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What the README says of commands in its sentences and its table; what it has them do, {@code ReadmeIT} does. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Path FILE = Path.of("..", "README.md");

    private static CommandLine root() {
        Output output = Output.ofProcess();
        return Lbctl.commandLine(output, Map.of(), new Person(output, new BufferedReader(Reader.nullReader()), false));
    }

    @TestFactory
    Stream<DynamicTest> every_command_and_option_that_a_sentence_names_is_there() throws IOException {
        return codes(Files.readString(FILE))
                .map(code -> code.replaceFirst("^\\./", ""))
                .filter(code -> code.matches("lbctl [a-z].*"))
                .distinct()
                .map(code -> DynamicTest.dynamicTest(code, () -> isKnown(code.substring("lbctl ".length()))));
    }

    @Test
    void the_table_has_every_command_and_no_other_option_than_they_have() throws IOException {
        Set<String> told = new TreeSet<>();
        List<String> rows = Files.readAllLines(FILE).stream()
                .dropWhile(line -> !line.startsWith("## Commands"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
        for (String row : rows) {
            codes(row.substring(0, row.indexOf(" | ")).replace("\\|", "/")).forEach(code -> {
                String verb = code.split(" ", -1)[0];
                if (root().getSubcommands().containsKey(verb)) {
                    told.add(verb);
                    isKnown(code);
                }
            });
        }
        Set<String> there = new TreeSet<>();
        root().getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()
                    && command.getCommandName().equals(name)) {
                there.add(name);
            }
        });
        assertThat(told).containsAll(there);
    }

    /** The verb, the one below it if there is one, and every option up to a pipe or another program's. */
    private static void isKnown(String words) {
        CommandLine command = root();
        String ours = words.split(" -- | \\| |\\)", -1)[0];
        for (String word : ours.split(" ", -1)) {
            if (command.getSubcommands().containsKey(word)) {
                command = Objects.requireNonNull(command.getSubcommands().get(word));
            } else if (command.getParent() == null) {
                assertThat(command.getSubcommands()).as("lbctl " + words).containsKey(word);
            }
        }
        Set<String> options = command.getCommandSpec().optionsMap().keySet();
        assertThat(OPTION.matcher(ours).results().map(MatchResult::group))
                .as("lbctl " + words)
                .allMatch(options::contains);
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1));
    }
}
