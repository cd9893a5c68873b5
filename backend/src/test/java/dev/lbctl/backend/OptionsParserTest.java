package dev.lbctl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.backend.OptionsParser.Result.HelpAsked;
import dev.lbctl.backend.OptionsParser.Result.Invalid;
import dev.lbctl.backend.OptionsParser.Result.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsParserTest {

    @Test
    void nothing_said_means_the_defaults() {
        assertThat(OptionsParser.parse(List.of(), Map.of()))
                .isEqualTo(new Valid(new BackendOptions("server-1", "127.0.0.1", 9001, Duration.ZERO, 0, null)));
    }

    @Test
    void the_environment_is_heard() {
        Map<String, String> environment =
                Map.of("SERVER_NAME", "blue", "SERVER_PORT", "9100", "RESPONSE_DELAY", "50ms", "ERROR_RATE", "0.1");

        assertThat(OptionsParser.parse(List.of(), environment))
                .isEqualTo(new Valid(new BackendOptions("blue", "127.0.0.1", 9100, Duration.ofMillis(50), 0.1, null)));
    }

    @Test
    void a_flag_wins_over_the_environment_in_both_spellings() {
        List<String> arguments = List.of("--name", "green", "--port=9200", "--delay", "2s");

        assertThat(OptionsParser.parse(arguments, Map.of("SERVER_NAME", "blue", "SERVER_PORT", "9100")))
                .isEqualTo(new Valid(new BackendOptions("green", "127.0.0.1", 9200, Duration.ofSeconds(2), 0, null)));
    }

    @Test
    void help_is_given_whatever_else_is_said() {
        assertThat(OptionsParser.parse(List.of("--port", "x", "--help"), Map.of()))
                .isEqualTo(new HelpAsked());
    }

    @ParameterizedTest
    @CsvSource({
        "--prt=1, unknown argument '--prt'",
        "--port, --port needs a value",
        "--port=70000, port '70000' is not a number from 0 to 65535",
        "--delay=50, 'delay ''50'' is not a time with its unit, like 50ms or 2s'",
        "--error-rate=1.5, 'error rate ''1.5'' is not a share from 0 to 1, like 0.1'",
        "--name=, the name must not be empty"
    })
    void what_is_wrong_is_named(String argument, String problem) {
        assertThat(OptionsParser.parse(List.of(argument), Map.of())).isEqualTo(new Invalid(problem));
    }
}
