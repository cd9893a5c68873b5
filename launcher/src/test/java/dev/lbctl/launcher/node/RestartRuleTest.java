package dev.lbctl.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartRuleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,100", "2,200", "3,400", "4,800", "8,12800", "9,25600", "10,30000", "100,30000"})
    void the_delay_doubles_from_100_ms_to_30_s(int crashes, long expectedMs) {
        assertThat(crashing(crashes, Duration.ofSeconds(60), Duration.ZERO).delay())
                .hasMillis(expectedMs);
    }

    @Test
    void thirty_seconds_of_being_ready_clear_the_streak() {
        RestartRule tired = crashing(5, Duration.ofSeconds(60), Duration.ZERO);

        assertThat(tired.crashed(NOW, Duration.ofSeconds(29)).delay()).hasMillis(3200);
        assertThat(tired.crashed(NOW, Duration.ofSeconds(30)).delay()).hasMillis(100);
    }

    @Test
    void every_crash_is_counted_whatever_the_streak() {
        assertThat(crashing(4, Duration.ofSeconds(60), Duration.ofSeconds(40)).crashes())
                .isEqualTo(4);
    }

    @Test
    void five_crashes_within_ten_seconds_are_a_crash_loop() {
        assertThat(crashing(4, Duration.ofSeconds(2), Duration.ZERO).isCrashLoop())
                .isFalse();
        assertThat(crashing(5, Duration.ofSeconds(2), Duration.ZERO).isCrashLoop())
                .isTrue();
        assertThat(crashing(5, Duration.ofSeconds(3), Duration.ZERO).isCrashLoop())
                .isFalse();
    }

    private static RestartRule crashing(int times, Duration apart, Duration ready) {
        RestartRule rule = RestartRule.FRESH;
        for (int i = 0; i < times; i++) {
            rule = rule.crashed(NOW.plus(apart.multipliedBy(i)), ready);
        }
        return rule;
    }
}
