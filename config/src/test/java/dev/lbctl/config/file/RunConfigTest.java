package dev.lbctl.config.file;

import static dev.lbctl.config.file.Parsed.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.CareConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.StopConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunConfigTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void every_key_of_a_command_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                pools:
                  default: { backends: [] }
                  api:
                    run:
                      command: [python3, "my app.py", --port, "{port}", ""]
                      copies: 3
                      directory: app/../srv
                      environment: { DEBUG: 1, EMPTY: "" }
                      env_file: /etc/app.env
                      first_port: 7000
                      traffic: false
                      watch: [app, /etc/app.conf]
                      ready: { http: "/up?x", timeout: 5s }
                      stop: { signal: INT, timeout: 1500ms }
                      restart: on-failure
                """);

        assertThat(run(config, "api"))
                .isEqualTo(new NodeConfig(
                        new ProgramConfig.Command(
                                List.of("python3", "my app.py", "--port", "{port}", ""),
                                HERE.resolve("srv"),
                                Map.of("DEBUG", "1", "EMPTY", ""),
                                Path.of("/etc/app.env")),
                        3,
                        7000,
                        false,
                        List.of(HERE.resolve("app"), Path.of("/etc/app.conf")),
                        new CareConfig(
                                new ReadyConfig("/up?x", Duration.ofSeconds(5)),
                                new StopConfig(StopConfig.Signal.INT, Duration.ofMillis(1500)),
                                RestartPolicy.ON_FAILURE)));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void a_text_is_run_by_the_shell_in_the_place_of_which_a_lone_program_steps() {
        assertThat(words("python3 app.py --port $PORT"))
                .containsExactly("/bin/sh", "-c", "exec python3 app.py --port $PORT");
        assertThat(words("./app \"a b\" ${PORT} {port} >out.txt"))
                .last()
                .asString()
                .startsWith("exec ./app");
        assertThat(words("cd app && ./serve")).containsExactly("/bin/sh", "-c", "cd app && ./serve");
        assertThat(words("DEBUG=1 ./serve")).last().isEqualTo("DEBUG=1 ./serve");
        assertThat(words("exec ./serve")).last().isEqualTo("exec ./serve");
        assertThat(words("exit 3")).last().isEqualTo("exit 3");
    }

    @Test
    void whoever_does_not_say_when_a_node_is_ready_means_as_the_probes_have_it() {
        LbConfig config = valid("""
                pools:
                  default: { run: {}, health: { path: /up } }
                  b: { run: { command: x }, health: { type: tcp } }
                  c: { run: { command: x, ready: { http: /c } }, health: { type: tcp } }
                  d: { run: { command: x, ready: { tcp: true } } }
                """);

        assertThat(run(config, "default").care().ready().http()).isEqualTo("/up");
        assertThat(run(config, "b").care().ready().http()).isNull();
        assertThat(run(config, "c").care().ready().http()).isEqualTo("/c");
        assertThat(run(config, "d").care().ready().http()).isNull();
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void the_dashboard_takes_paths_from_sample_servers_only() {
        assertThat(valid("pools: { a: { run: { command: x } } }").listener().adminPaths())
                .isFalse();
        assertThat(valid("pools: { a: { run: { sample: 1 } } }").listener().adminPaths())
                .isTrue();
    }

    @Test
    void several_pools_may_run_programs_and_have_servers_besides() {
        LbConfig config = valid("""
                pools:
                  default: { run: { command: web, copies: 2 } }
                  api: { run: { command: api }, backends: [ { url: "http://10.0.0.5:80" } ] }
                """);
        assertThat(config.pools().values())
                .extracting(pool -> Objects.requireNonNull(pool.run()).copies())
                .containsExactly(2, 1);
    }

    private static List<String> words(String command) {
        LbConfig config = valid("pools: { a: { run: { command: '" + command + "' } } }");
        return ((ProgramConfig.Command) run(config, "a").program()).words();
    }

    private static NodeConfig run(LbConfig config, String pool) {
        return Objects.requireNonNull(
                Objects.requireNonNull(config.pools().get(pool)).run());
    }
}
