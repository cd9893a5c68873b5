package dev.lbctl.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts in real shells; bash has a cluster to ask, in {@code CommandsIT}. */
@Timeout(60)
class ShellCompletionTest {
    /** A shell in a terminal of its own, which is typed into, Tab and all; then what is on its line is printed. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source $1; echo RE''ADY"
            zpty -r shell out '*READY*'
            zpty -w -n shell "$2"$'\\t'
            zpty -r shell out "*$3*" && print -r -- found
            """;

    @TempDir
    private Path state = Path.of("");

    @BeforeEach
    void two_servers_run() throws IOException {
        Path nodes = Files.createDirectories(state.resolve("lbctl/test/nodes"));
        for (String name : new String[] {"balancer", "server-1", "server-2"}) {
            Files.writeString(nodes.resolve(name + ".json"), "{}");
        }
        Files.writeString(state.resolve("a-file"), "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lbctl ki, kill",
        "lbctl config c, check",
        "lbctl kill --name test server-, server-1 server-2",
        "lbctl drain --name test '', server-1 server-2",
        "lbctl --name '', test",
        "lbctl token -o '', json name table",
    })
    void fish_offers(String typed, String offered) throws Exception {
        Path script = script("fish");
        String words = typed.replace("''", "");

        String all = run("fish", "--no-config", "-c", "source " + script + "; complete -C '" + words + "'");

        assertThat(all.lines().map(line -> line.split("\t", -1)[0])).containsExactly(offered.split(" ", -1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lbctl ki, kill",
        "lbctl config ch, check",
        "lbctl kill --name test s, server-",
        "lbctl --name te, test",
        "lbctl ps -o js, json"
    })
    void zsh_completes(String typed, String completed) throws Exception {
        Path script = script("zsh");
        Path terminal = Files.writeString(state.resolve("terminal"), ZSH);

        assertThat(run("zsh", "-f", terminal.toString(), script.toString(), typed, completed))
                .contains("found");
    }

    @Test
    void every_shell_finds_the_script_well_formed() throws Exception {
        for (String shell : new String[] {"bash", "zsh", "fish"}) {
            assertThat(run(shell, "-n", script(shell).toString())).isEmpty();
        }
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(
                state.resolve("script." + shell),
                Typed.line("completion " + shell, Map.of()).out());
    }

    private String run(String... words) throws Exception {
        assumeThat(Path.of("/usr/bin", words[0])).as(words[0] + " is installed").exists();
        Path said = state.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(state.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        Process shell = builder.start();
        boolean ended = shell.waitFor(30, TimeUnit.SECONDS);
        shell.destroyForcibly();
        assertThat(ended).as(Files.readString(said, UTF_8)).isTrue();
        return Files.readString(said, UTF_8);
    }
}
