package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    @SuppressWarnings("unused") // JUnit reads it
    private static final List<String> NAMES = Commands.NAMES;

    private final Output nowhere = new Output(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            Map.of(),
            false);
    private final Person nobody = new Person(nowhere, new BufferedReader(Reader.nullReader()), false);

    @ParameterizedTest
    @FieldSource("NAMES")
    void each_command_is_known_by_the_name_it_carries(String name) {
        assertThat(Lbctl.commandLine(nowhere, Map.of(), nobody).getSubcommands().get(name))
                .isNotNull()
                .returns(name, CommandLine::getCommandName);
    }

    @ParameterizedTest
    @CsvSource({"ps,ps", "status,ps", "kill server-1,kill", "--name x kill --help,kill", "--name=x config show,config"})
    void a_line_gets_the_one_command_that_it_names(String line, String command) {
        assertThat(built(line).values()).extracting(CommandLine::getCommandName).containsOnly(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help kill", "completion bash", "man", "pss", "--name=x", "--version"})
    void a_line_that_names_none_or_one_that_tells_of_all_gets_all(String line) {
        assertThat(built(line)).containsKeys(Commands.NAMES.toArray(String[]::new));
    }

    @Test
    void the_list_of_commands_is_had_without_building_them() {
        assertThat(built("--help")).hasSize(1);
        assertThat(Typed.line("--help", Map.of()).out())
                .contains("  kill   ", "  help   ")
                .doesNotContain("  man   ");
    }

    @ParameterizedTest
    @CsvSource({"ps,true", "--name x kill server-1,true", "version,false", "--help,false", "kill --help,false"})
    void what_a_call_needs_is_loaded_ahead_for_commands_that_ask_a_cluster(String line, boolean talks) {
        assertThat(Commands.talks(List.of(line.split(" ", -1)))).isEqualTo(talks);
    }

    private Map<String, CommandLine> built(String line) {
        return Lbctl.commandLineFor(List.of(line.split(" ", -1)), nowhere, Map.of(), nobody)
                .getSubcommands();
    }
}
