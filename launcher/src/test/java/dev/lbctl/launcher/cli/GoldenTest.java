package dev.lbctl.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.cluster.Sighting;
import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.console.NodeTable;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import dev.lbctl.launcher.console.Usage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What commands print, held against the files in src/test/resources/golden. To write them anew, and look at what changed with git:
 * {@code ./mvnw -o test -pl launcher -am -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true}
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Output output = new Output(
            new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8), Map.of("TERM", "dumb"), false);

    @TestFactory
    Stream<DynamicTest> the_help_of_every_command() {
        Person nobody = new Person(output, new BufferedReader(Reader.nullReader()), false);
        return paths(Lbctl.commandLine(output, Map.of(), nobody), "")
                .map(path -> DynamicTest.dynamicTest("lbctl " + path, () -> {
                    String name = path.isEmpty() ? "lbctl" : path.replace(' ', '-');
                    hold(
                            "help/" + name + ".txt",
                            Typed.line((path + " --help").strip(), Map.of()).out());
                }));
    }

    @Test
    void the_nodes_as_a_table_and_as_json() throws IOException {
        new NodeTable(output).print(nodes(), backends(), Map.of(), TIME);
        Map<String, Usage> usage = Map.of("server-1", new Usage(12.34, 123_456_789, 42));
        new NodeTable(output).print(nodes(), backends(), usage, TIME);
        hold("ps.txt", out.toString(UTF_8));
        out.reset();
        ClusterStatus.Urls urls = new ClusterStatus.Urls("http://t", "http://a", "http://m", "http://m/dashboard");
        output.json(new Sighting(new ClusterStatus("default", "0.1.0", "ready", 1, 60.5, urls, nodes()), backends()));
        hold("ps.json", out.toString(UTF_8));
    }

    @Test
    void an_event_as_a_line_and_as_json() throws IOException {
        Event event = new Event(7, TIME, "balancer", "down", "server-1", "server-1 is down: connection refused");
        new EventLine(output, ZoneOffset.UTC).print(event);
        output.jsonLine(event);
        hold("events.txt", out.toString(UTF_8));
    }

    @Test
    void the_effective_default_configuration() throws IOException {
        hold(
                "config-show-effective.yaml",
                Typed.line("config show --effective", Map.of()).out());
        hold("config-show.json", Typed.line("config show -o json", Map.of()).out());
    }

    @Test
    void the_ways_a_shell_can_complete() throws IOException {
        for (String shell : List.of("bash", "zsh", "fish")) {
            hold(
                    "completion." + shell,
                    Typed.line("completion " + shell, Map.of()).out());
        }
    }

    @Test
    void the_man_pages_of_two_commands(@TempDir Path directory) throws IOException {
        assertThat(Typed.line("man " + directory, Map.of()).exit()).isZero();
        for (String page : List.of("lbctl.1", "lbctl-config-check.1")) {
            hold("man/" + page, Files.readString(directory.resolve(page)));
        }
    }

    private static List<NodeStatus> nodes() {
        return List.of(
                new NodeStatus(
                        "balancer", "balancer", "127.0.0.1:8000", 11L, "ready", 0, 60, "answers", "/b.log", null),
                new NodeStatus("server-1", "server", "127.0.0.1:9001", 12L, "ready", 1, 185, "answers", "/1.log", null),
                new NodeStatus(
                        "server-2", "server", "127.0.0.1:9002", null, "stopped", 0, 0, "killed", "/2.log", null));
    }

    private static List<BackendStatus> backends() {
        String url = "http://127.0.0.1:9001";
        return List.of(new BackendStatus(
                "server-1", "default", url, "up", "HTTP 200", "drain", null, 3, true, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Stream<String> paths(CommandLine line, String path) {
        List<String> paths = new ArrayList<>(List.of(path));
        line.getSubcommands().forEach((name, command) -> {
            if (command.getCommandName().equals(name)) {
                paths.addAll(paths(command, (path + " " + name).strip()).toList());
            }
        });
        return paths.stream();
    }

    private static void hold(String name, String printed) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, printed);
        }
        assertThat(file)
                .as("written anew by -Dgolden.write=true")
                .exists()
                .content(UTF_8)
                .isEqualTo(printed);
    }
}
