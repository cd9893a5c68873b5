package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Health;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 0 | 3 of 3 probes failed, last: HTTP 500
            1 | 2 | 1 probe and 2 requests in a row failed, last: HTTP 500
            2 | 1 | 2 probes and 1 request in a row failed, last: HTTP 500
            0 | 4 | 4 requests in a row failed, last: HTTP 500
            """)
    void a_fall_is_told_with_who_failed_how_often(int probes, int requests, String told) {
        assertThat(Reasons.failed(new Streak(Health.DOWN, false, probes, requests), 3, "HTTP 500"))
                .isEqualTo(told);
    }

    @Test
    void a_rise_is_told_with_its_figures_unless_the_first_pass_was_enough() {
        assertThat(Reasons.passed(new Streak(Health.UP, true, 2, 0), 2, "HTTP 200"))
                .isEqualTo("2 of 2 probes passed, last: HTTP 200");
        assertThat(Reasons.passed(new Streak(Health.UP, true, 1, 0), 2, "HTTP 200"))
                .isEqualTo("HTTP 200");
    }

    @Test
    void times_are_told_in_seconds_where_they_are_whole() {
        assertThat(Reasons.time(Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(Reasons.time(Duration.ofMillis(1_500))).isEqualTo("1500 ms");
    }
}
