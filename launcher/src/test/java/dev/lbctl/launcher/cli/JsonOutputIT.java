package dev.lbctl.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What {@code -o json} prints of a real cluster: the fields of every command that has it, held against
 * src/test/resources/golden/json-fields.txt, which {@code -Dgolden.write=true} writes anew.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonOutputIT {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/json-fields.txt");
    /** One line for each command with the option, in an order in which they do each other no harm. */
    private static final List<String> LINES = List.of(
            "version",
            "config check FILE",
            "config show -f FILE",
            "ps",
            "token",
            "dashboard",
            "drain server-2",
            "maint server-2",
            "ready server-2",
            "weight server-1 2",
            "algorithm",
            "bench --requests 20 --concurrency 2",
            "explain --request GET /",
            "events",
            "logs",
            "top",
            "reload");

    private final Path state;
    private final Path file;
    private final Launcher launcher;

    JsonOutputIT(@TempDir Path state) throws Exception {
        this.state = state;
        file = Files.writeString(state.resolve("lbctl.yaml"), """
                listener: { address: "127.0.0.1:0" }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools: { default: { run: { sample: 2, first_port: 24500 } } }
                """);
        LbConfig config = ((ConfigResult.Valid) ConfigFile.read(file)).config();
        launcher = Launcher.start(
                new Source(config, file, () -> ConfigFile.read(file)), RunDirectory.of("test", environment()));
    }

    @BeforeAll
    void start() {
        assertThat(launcher.awaitReady()).isInstanceOf(StartResult.Started.class);
    }

    @AfterAll
    void stop() {
        launcher.shutdown().join();
    }

    @Test
    void every_command_that_prints_data_prints_the_same_fields_as_ever() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line : LINES) {
            if (line.equals("events")) { // The scorecard of the draining above comes when it is over.
                await().until(() -> typed(line).out().contains("scorecard"));
            }
            Typed typed = typed(line.replace("FILE", file.toString()));
            assertThat(typed.exit()).as(line + ": " + typed.err()).isZero();
            Set<String> fields = new TreeSet<>();
            try (JsonParser parser = Json.strict().createParser(typed.out());
                    MappingIterator<JsonNode> values =
                            Json.strict().readerFor(JsonNode.class).readValues(parser)) {
                values.forEachRemaining(value -> addFields(value, "", fields));
            }
            all.append(line).append('\n');
            fields.forEach(field -> all.append("  ").append(field).append('\n'));
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, all);
        }
        assertThat(all).hasToString(Files.readString(GOLDEN));
    }

    @Test
    void no_command_that_has_the_option_is_left_out() {
        Set<String> there = new TreeSet<>();
        addCommands(commandLine(OutputStream.nullOutputStream()), "", there);
        for (String line : LINES) {
            assertThat(there.removeIf(line::startsWith)).as(line).isTrue();
        }
        assertThat(there).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events -f -n 3", "logs -f -n 1", "top -f --every 100ms"})
    void a_stream_is_one_object_a_line_until_nobody_reads(String line) throws IOException {
        Head head = new Head(2);

        int exit = commandLine(head).execute((line + " --name test -o json").split(" ", -1));

        assertThat(exit).isZero();
        List<String> read = head.read.toString(UTF_8).lines().toList();
        assertThat(read).hasSize(2);
        for (String each : read) {
            assertThat(Json.strict().readTree(each).isObject()).isTrue();
        }
    }

    private Typed typed(String line) {
        return Typed.line(line + " --name test -o json", environment());
    }

    private Map<String, String> environment() {
        return Map.of("XDG_STATE_HOME", state.toString());
    }

    private CommandLine commandLine(OutputStream out) {
        Output output = new Output(new PrintStream(out, true, UTF_8), System.err, Map.of(), false);
        Person nobody = new Person(output, new BufferedReader(Reader.nullReader()), false);
        return Lbctl.commandLine(output, environment(), nobody);
    }

    private static void addFields(JsonNode value, String path, Set<String> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> addFields(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), fields));
        } else if (value.isArray()) {
            value.forEach(each -> addFields(each, path + "[]", fields));
        }
        if (!path.isEmpty() && !value.isObject() && !path.endsWith("]")) {
            fields.add(path);
        }
    }

    private static void addCommands(CommandLine line, String path, Set<String> commands) {
        CommandLine.Model.OptionSpec option = line.getCommandSpec().findOption("-o");
        if (option != null && option.completionCandidates() != null) {
            commands.add(path.strip());
        }
        line.getSubcommands().forEach((name, command) -> {
            if (command.getCommandName().equals(name)) {
                addCommands(command, path + name + " ", commands);
            }
        });
    }

    /** A reader that goes after so many lines, as {@code head} does. */
    private static final class Head extends OutputStream {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private int left;

        private Head(int lines) {
            left = lines;
        }

        @Override
        public void write(int next) throws IOException {
            if (left == 0) {
                throw new IOException("Broken pipe");
            }
            read.write(next);
            left -= next == '\n' ? 1 : 0;
        }
    }
}
