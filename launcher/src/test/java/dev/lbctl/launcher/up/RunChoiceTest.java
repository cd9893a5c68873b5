package dev.lbctl.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.launcher.console.Failure;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RunChoiceTest {

    @Test
    void a_command_line_is_taken_as_it_is_and_a_single_text_is_run_by_the_shell() {
        assertThat(program(choice("-n", "2", "--", "python3", "app.py", "-n", "3"))
                        .words())
                .containsExactly("python3", "app.py", "-n", "3");
        assertThat(program(choice("cd app && npm start")).words())
                .containsExactly("/bin/sh", "-c", "cd app && npm start");
    }

    @Test
    void copies_port_and_variables_are_as_typed() {
        LbConfig config = choice("-n", "4", "--port", "8100", "-e", "A=1", "--env", "B=x=y", "app")
                .config(Map.of());

        assertThat(run(config).copies()).isEqualTo(4);
        assertThat(config.listener().address().port()).isEqualTo(8100);
        assertThat(program(config).environment()).isEqualTo(Map.of("A", "1", "B", "x=y"));
    }

    @Test
    void a_copy_is_ready_when_it_listens_unless_a_path_is_to_answer() {
        LbConfig config = choice("app").config(Map.of());
        assertThat(run(config).care().ready().http()).isNull();
        assertThat(pool(config).health().probe().type()).isEqualTo(ProbeConfig.Type.TCP);

        LbConfig withPath = choice("--ready", "/up", "app").config(Map.of());
        assertThat(run(withPath).care().ready().http()).isEqualTo("/up");
        assertThat(pool(withPath).health().probe().path()).isEqualTo("/up");
    }

    @Test
    void every_path_is_the_programs_own() {
        assertThat(choice("app").config(Map.of()).listener().adminPaths()).isFalse();
    }

    @Test
    void what_is_typed_is_held_against_the_rules_of_a_file() {
        assertThatThrownBy(() -> choice("--ready", "up", "app").config(Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'up' is not a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many"})
    void there_is_one_copy_or_up_to_200(String copies) {
        assertThatThrownBy(() -> choice("-n", copies, "app"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("write 1 to 200");
    }

    @Test
    void the_arguments_for_the_launcher_in_the_background_mean_the_same() {
        RunChoice choice = choice("-n", "3", "-e", "A=b c", "--ready", "/up", "--port", "8100", "--", "app", "--x");

        assertThat(choice(choice.arguments().toArray(String[]::new)).config(Map.of()))
                .isEqualTo(choice.config(Map.of()));
    }

    private static RunChoice choice(String... typed) {
        RunChoice choice = new RunChoice();
        new CommandLine(new Typed(choice)).setStopAtPositional(true).parseArgs(typed);
        return choice;
    }

    @CommandLine.Command
    private record Typed(@CommandLine.Mixin RunChoice choice) {}

    private static ProgramConfig.Command program(RunChoice choice) {
        return program(choice.config(Map.of()));
    }

    private static ProgramConfig.Command program(LbConfig config) {
        return (ProgramConfig.Command) run(config).program();
    }

    private static NodeConfig run(LbConfig config) {
        return Objects.requireNonNull(pool(config).run());
    }

    private static PoolConfig pool(LbConfig config) {
        return Objects.requireNonNull(config.pools().get("default"));
    }
}
