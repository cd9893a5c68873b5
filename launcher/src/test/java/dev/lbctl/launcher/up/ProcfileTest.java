package dev.lbctl.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.file.Replacements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcfileTest {
    @TempDir
    Path directory;

    @Test
    void web_takes_the_traffic_and_every_other_type_is_kept_running() throws IOException {
        Files.writeString(directory.resolve(".env"), "A=1\n");
        LbConfig config = config("""
                # what runs in production
                web: python3 app.py --port $PORT

                worker: cd jobs && ./work
                """, Map.of("web", 3));

        assertThat(config.pools().keySet()).containsExactly("default", "worker");
        assertThat(run(config, "default").copies()).isEqualTo(3);
        assertThat(run(config, "default").traffic()).isTrue();
        assertThat(run(config, "default").program()).isInstanceOfSatisfying(ProgramConfig.Command.class, command -> {
            assertThat(command.words()).containsExactly("/bin/sh", "-c", "exec python3 app.py --port $PORT");
            assertThat(command.directory()).isEqualTo(directory);
            assertThat(command.envFile()).isEqualTo(directory.resolve(".env"));
        });
        assertThat(run(config, "worker").copies()).isEqualTo(1);
        assertThat(run(config, "worker").traffic()).isFalse();
        assertThat(config.routes()).extracting(route -> route.pool()).containsExactly("default");
        assertThat(Chosen.typed("the Procfile", config, Replacements.NONE).config())
                .isEqualTo(config);
    }

    @Test
    void a_type_of_which_there_are_to_be_none_is_left_out() throws IOException {
        assertThat(config("web: a\nworker: b\n", Map.of("worker", 0)).pools().keySet())
                .containsExactly("default");
    }

    @Test
    void what_is_wrong_is_told_with_its_line() {
        assertThatThrownBy(() -> config("web: a\njust words\n", Map.of()))
                .hasMessageEndingWith("Procfile:2: not a process type and its command");
        assertThatThrownBy(() -> config("worker: a\n", Map.of())).hasMessageContaining("has no line for web");
        assertThatThrownBy(() -> config("web: a\n", Map.of("wbe", 2))).hasMessageContaining("has no process type wbe");
    }

    private LbConfig config(String text, Map<String, Integer> formation) throws IOException {
        return Procfile.read(Files.writeString(directory.resolve("Procfile"), text))
                .config(formation);
    }

    private static NodeConfig run(LbConfig config, String pool) {
        return Objects.requireNonNull(
                Objects.requireNonNull(config.pools().get(pool)).run());
    }
}
