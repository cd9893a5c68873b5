package dev.lbctl.launcher.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.text.Tone;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void colour_is_for_terminals_that_can_and_people_who_want_it() {
        assertThat(coloured(XTERM, true)).isTrue();
        assertThat(coloured(XTERM, false)).isFalse();
        assertThat(coloured(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(coloured(Map.of(), true)).isFalse();
        assertThat(coloured(Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isFalse();
        assertThat(coloured(Map.of("TERM", "xterm", "NO_COLOR", ""), true)).isTrue();
        assertThat(coloured(Map.of("CLICOLOR_FORCE", "1"), false)).isTrue();
        assertThat(coloured(Map.of("CLICOLOR_FORCE", "0"), false)).isFalse();
        assertThat(coloured(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), true))
                .isFalse();
    }

    @Test
    void a_table_is_as_wide_as_the_terminal_and_through_a_pipe_as_its_content() {
        NodeStatus node = new NodeStatus(
                "server-1", "server", "127.0.0.1:9001", 4711L, "crashed", 0, 185, "x".repeat(90), "l", null);
        Map<String, String> narrow = Map.of("TERM", "xterm", "COLUMNS", "40", "NO_COLOR", "1");
        new NodeTable(output(narrow, true)).print(List.of(node));
        assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 40);
        assertThat(out.toString(UTF_8)).contains("server-1", "crashed").doesNotContain("RESTARTS");
        out.reset();
        new NodeTable(output(narrow, false)).print(List.of(node));
        assertThat(out.toString(UTF_8)).contains("x".repeat(90));
    }

    @Test
    void who_is_at_a_terminal_must_agree_and_a_script_need_not() throws IOException {
        Output output = output(XTERM, false);
        new Person(output, new BufferedReader(Reader.nullReader()), false).mustAgree("Stop?");
        assertThat(err.toString(UTF_8)).isEmpty();
        new Person(output, new BufferedReader(new StringReader("Yes\n")), true).mustAgree("Stop?");
        assertThat(err.toString(UTF_8)).isEqualTo("Stop? [y/N] ");
        for (String answer : List.of("", "\n", "no\n")) {
            Person person = new Person(output, new BufferedReader(new StringReader(answer)), true);
            assertThatThrownBy(() -> person.mustAgree("Stop?")).hasMessage("nothing was done");
        }
    }

    @Test
    void data_and_messages_go_different_ways() {
        Output output = output(XTERM, false);
        output.line("data");
        output.say("message");
        assertThat(out.toString(UTF_8)).isEqualTo("data\n");
        assertThat(err.toString(UTF_8)).isEqualTo("message\n");
    }

    @Test
    void a_node_is_a_line_and_tells_why_it_is_not_ready() {
        new NodeTable(output(XTERM, false))
                .print(List.of(
                        new NodeStatus(
                                "server-1", "server", "127.0.0.1:9001", 4711L, "ready", 0, 185, "answers", "l", null),
                        new NodeStatus(
                                "server-2", "server", "127.0.0.1:9002", null, "stopped", 2, 0, "killed", "l", null)));
        assertThat(out.toString(UTF_8)).isEqualTo("""
                NODE       ROLE      ADDRESS             PID STATE     UPTIME RESTARTS WHY
                server-1   server    127.0.0.1:9001     4711 ready      3m05s        0
                server-2   server    127.0.0.1:9002        - stopped        -        2 killed
                """);
    }

    @Test
    void duties_weights_and_backends_without_a_node_are_shown_where_there_are_any() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        new NodeTable(output(XTERM, false))
                .print(
                        List.of(
                                new NodeStatus(
                                        "balancer", "balancer", "127.0.0.1:8000", 1L, "ready", 0, 9, "", "l", null),
                                new NodeStatus(
                                        "server-1", "server", "127.0.0.1:9001", 2L, "ready", 0, 9, "", "l", null)),
                        List.of(
                                backend("10.0.0.5:80", "up", "maint", null, 1),
                                backend("10.0.0.6:80", "down", "ready", null, 1),
                                backend("server-1", "up", "drain", now.plusSeconds(540), 3)),
                        Map.of(),
                        now);
        assertThat(out.toString(UTF_8)).isEqualTo("""
                NODE        ROLE      ADDRESS             PID STATE     DUTY              WEIGHT UPTIME RESTARTS WHY
                balancer    balancer  127.0.0.1:8000        1 ready                                  9s        0
                server-1    server    127.0.0.1:9001        2 ready     drain, 9m00s left      3     9s        0
                10.0.0.5:80 backend   10.0.0.5:80           - up        maint                         -        -
                10.0.0.6:80 backend   10.0.0.6:80           - down                                    -        - no answer
                """);
    }

    private static BackendStatus backend(String name, String health, String duty, @Nullable Instant until, int weight) {
        String reason = health.equals("up") ? "HTTP 200" : "no answer";
        String url = "http://" + name;
        return new BackendStatus(name, "default", url, health, reason, duty, until, weight, true, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void an_event_is_a_line_that_cannot_harm_the_terminal() {
        Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
        new EventLine(output(XTERM, false), ZoneOffset.UTC)
                .print(new Event(1, time, "balancer", "down", "server-1", "server-1 is down\u001b[2J"));
        assertThat(out.toString(UTF_8)).isEqualTo("03:04:05.678  balancer  server-1 is down?[2J\n");
    }

    private boolean coloured(Map<String, String> environment, boolean terminal) {
        out.reset();
        Output output = output(environment, terminal);
        output.line(output.toned("x", Tone.BAD));
        return out.toString(UTF_8).contains("\u001b[");
    }

    private Output output(Map<String, String> environment, boolean terminal) {
        return new Output(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), environment, terminal);
    }
}
