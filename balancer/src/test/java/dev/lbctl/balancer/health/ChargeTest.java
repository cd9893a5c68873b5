package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.evidence.EjectionCause;
import dev.lbctl.balancer.evidence.Tally;
import dev.lbctl.config.EjectionConfig;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeTest {

    private static EjectionConfig rule(int consecutive, int failureRate) {
        Duration tenSeconds = Duration.ofSeconds(10);
        return new EjectionConfig(true, consecutive, failureRate, 20, tenSeconds, tenSeconds, tenSeconds);
    }

    @ParameterizedTest(name = "{1} in a row where {0} are too many: {2}")
    @CsvSource({"5, 4, false", "5, 5, true", "5, 9, true", "1, 0, false", "1, 1, true", "0, 99, false"})
    void so_many_failures_in_a_row_are_too_many(int consecutive, int inARow, boolean charged) {
        assertThat(Charge.ofRow(rule(consecutive, 50), inARow).isPresent()).isEqualTo(charged);
    }

    @ParameterizedTest(name = "{2} of {1} where {0} % are too many: {3}")
    @CsvSource({
        "50, 19, 19, false",
        "50, 20,  9, false",
        "50, 20, 10, true",
        "50, 21, 10, false",
        "50, 21, 11, true",
        "50,  0,  0, false",
        "0,  90, 90, false",
        "1, 100,  0, false",
        "1, 100,  1, true",
        "100, 20, 19, false",
        "100, 20, 20, true"
    })
    void so_large_a_part_of_enough_requests_is_too_much(int percent, int requests, int failures, boolean charged) {
        assertThat(Charge.ofRate(rule(5, percent), new Tally(requests, failures))
                        .isPresent())
                .isEqualTo(charged);
    }

    @ParameterizedTest
    @CsvSource({"true, CONSECUTIVE, 7 requests in a row failed", "false, FAILURE_RATE, 15 of 30 requests failed in 10 s"
    })
    void it_is_told_with_its_figures(boolean row, EjectionCause cause, String words) {
        assertThat(row ? Charge.ofRow(rule(5, 50), 7) : Charge.ofRate(rule(5, 50), new Tally(30, 15)))
                .contains(new Charge(cause, words));
    }
}
