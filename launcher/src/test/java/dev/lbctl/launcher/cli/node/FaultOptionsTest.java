package dev.lbctl.launcher.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.cli.Typed;
import dev.lbctl.launcher.node.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--for 20s",
                "--off --hang",
                "--off --for 20s",
                "--delay 300",
                "--errors 101%",
                "--errors much",
                "--hang --for 0s"
            })
    void what_makes_no_fault_is_wrong_usage(String options) {
        Typed typed = Typed.line(("fault server-1 " + options).strip(), Map.of());

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50%, 0.5", "0.25, 0.25", "1, 1", "100%, 1", "12.5%, 0.125"})
    void a_share_is_written_as_one_likes(String text, double share) {
        assertThat(new FaultOptions.Share().convert(text)).isEqualTo(share);
    }

    @Test
    void a_fault_is_told_in_words() {
        assertThat(new Fault(300, 0, false, 0).words()).isEqualTo("answers 300 ms later");
        assertThat(new Fault(300, 0.5, false, 0).words()).isEqualTo("answers 300 ms later and 50 % with an error");
        assertThat(new Fault(0, 0, true, 0).words()).isEqualTo("hangs");
    }
}
