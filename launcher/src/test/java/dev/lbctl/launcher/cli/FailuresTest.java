package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.NodeRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told whose command cannot be carried out: nothing runs here. */
class FailuresTest {
    @TempDir
    private Path state = Path.of("unset");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "status",
                "down",
                "kill server-1",
                "start x",
                "stop x",
                "restart x",
                "drain x",
                "ready x --wait",
                "maint x --for 1h",
                "weight x 3",
                "algorithm",
                "events -f",
                "bench",
                "logs",
                "top",
                "token",
                "dashboard"
            })
    void a_command_to_a_cluster_that_does_not_run_says_how_to_start_it(String line) {
        Typed typed = typed(line + " --name other");

        assertThat(typed.exit()).isEqualTo(3);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("""
                lbctl: cluster "other" does not run
                  start it: lbctl up --name other
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps -o wide",
                "down --yes",
                "kill x",
                "stop x",
                "drain x",
                "weight x 3",
                "algorithm",
                "events",
                "explain 1",
                "bench",
                "top"
            })
    void a_launcher_that_is_dead_and_left_nothing_is_told_without_a_trace(String line) throws IOException {
        RunDirectory directory = RunDirectory.of("dead", Map.of("XDG_STATE_HOME", state.toString()));
        directory.create();
        directory.token().create();
        Address nobody = new Address("127.0.0.1", 1);
        Identity dead = new Identity(Integer.MAX_VALUE, Instant.EPOCH, "dead");
        directory.clusterRecord().write(new ClusterRecord("dead", dead, nobody, nobody, nobody));

        Typed typed = typed(line + " --name dead");

        assertThat(typed.exit()).isEqualTo(3);
        assertThat(typed.err())
                .startsWith("lbctl: cluster \"dead\" does not run\n  start it:")
                .doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest(name = "lbctl {0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            kil server-1          => no command "kil"; did you mean kill?
            ps --outptu json      => no option "--outptu"; did you mean --output?
            config chek           => no command "chek"; did you mean check?
            help up dwn           => there is no command "dwn"
            completion tcsh       => expected one of [bash, zsh, fish]
            kill                  => missing required parameter: 'NODE'
            ''                    => which command? The most used are:
            config                => which one? There are:
            up --backends five    => invalid value for option '--backends': 'five' is not a whole number
            weight a b            => parameter at index 1 (N): 'b' is not a whole number
            up --port 99999       => "99999" is not a port; write 1 to 65535, or 0 for any that is free
            run --port x -- true  => "x" is not a port; write 1 to 65535
            run -n 0 -- true      => "0" is not how many copies; write 1 to 200
            up --backends 0       => is not a whole number from 1 to 200
            up --port 8004        => 127.0.0.1:8004 is used above already
            logs -n -3            => --lines is -3; write 0 or more
            events -n -3          => --lines is -3; write 0 or more
            bench --concurrency 0 --url http://localhost:1 => --concurrency is 0; write 1 to 10000
            bench --path a        => --path is "a"; write one that begins with /
            bench --header nothing => --header is "nothing"; write one like X-Team:a
            bench -H Content-Length:3 => that one is left to lbctl
            bench --body a --body-file b => are mutually exclusive
            events --lines -1     => --lines is -1; write 0 or more
            logs --tail -1        => --lines is -1; write 0 or more
            bench --url ftp://x    => write http://host:port
            bench --url http://192.0.2.1 => is another machine
            up --no-wait          => --no-wait needs -d
            ps -o xml             => expected one of [table, wide, json, name]
            --name ../x ps        => is no name for a cluster
            up -f /no/such        => /no/such: there is no such file
            """)
    void a_wrong_word_is_told_with_what_was_meant(String line, String told) {
        Typed typed = typed(line);

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).startsWith("lbctl: ").contains(told).doesNotContain("Exception", "\tat ");
    }

    @Test
    void who_names_no_command_is_shown_the_most_used_ones() {
        assertThat(typed("").err())
                .contains("\n  up       Start a cluster", "\n  down     Stop")
                .endsWith("\n  see: lbctl --help\n");
        assertThat(typed("config").err()).contains("\n  check    ").doesNotContain("  up  ");
    }

    @Test
    void who_writes_no_number_is_told_which_ones_are_good() {
        assertThat(typed("up --backends five").err()).contains("\n  --backends: How many sample servers, 1 to 200.\n");
        assertThat(typed("weight server-1 x").err()).contains("\n  N: How much it gets, 1 to 1000.\n");
    }

    @Test
    void the_logs_of_a_cluster_are_those_of_its_own_nodes_and_others_have_to_be_named() throws IOException {
        RunDirectory directory = RunDirectory.of("default", Map.of("XDG_STATE_HOME", state.toString()));
        directory.create();
        for (String name : List.of("launcher", "server-1", "server-7")) {
            Files.writeString(directory.logs().resolve(name + ".log"), name + " was here\n");
        }
        assertThat(typed("logs -o name").out()).isEqualTo("launcher\nserver-1\nserver-7\n");
        Identity process = new Identity(Integer.MAX_VALUE, Instant.EPOCH, "gone");
        directory
                .nodes()
                .write(new NodeRecord("server-1", NodeRole.SERVER, new Address("127.0.0.1", 1), process, null));

        assertThat(typed("logs -o name").out()).isEqualTo("launcher\nserver-1\n");
        assertThat(typed("logs nosuch").err()).endsWith("known are: launcher, server-1\n");
        assertThat(typed("logs server-7").out()).contains("was here");
    }

    @Test
    void every_mistake_of_a_configuration_is_told_with_its_place_and_nothing_is_started() throws IOException {
        Path file =
                Files.writeString(state.resolve("bad.yaml"), "listner: {}\npools: { a: { run: { sample: many } } }\n");
        Typed typed = typed("up -f " + file);

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err())
                .contains("2 mistakes")
                .contains(file + ":1:1: unknown key listner; did you mean listener?")
                .contains(file + ":2:30: pools.a.run.sample: 'many'");
        assertThat(state.resolve("lbctl")).doesNotExist();
    }

    @Test
    void a_file_that_is_in_order_is_told_to_be() throws IOException {
        Path file = Files.writeString(
                state.resolve("good.yaml"), typed("config show").out());
        assertThat(typed("config check " + file)).isEqualTo(new Typed(0, "", file + " is valid\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "down",
                "ps",
                "kill",
                "start",
                "stop",
                "restart",
                "logs",
                "top",
                "dashboard",
                "token",
                "version",
                "config",
                "config init",
                "config check",
                "config show",
                "config schema"
            })
    void every_help_has_an_example(String verb) {
        Typed typed = typed((verb + " --help").strip());

        assertThat(typed.exit()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).contains("Example:\n  lbctl " + verb);
    }

    @Test
    void the_trace_of_a_failure_is_shown_only_to_whoever_asks_for_it() {
        Map<String, String> asking = Map.of("XDG_STATE_HOME", state.toString(), "LBCTL_DEBUG", "1");
        assertThat(Typed.line("ps -o xml", asking).err()).contains("\tat ");
    }

    private Typed typed(String line) {
        return Typed.line(line, Map.of("XDG_STATE_HOME", state.toString()));
    }
}
