package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.EjectionConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EjectionTest {
    private static final long SECOND = 1_000_000_000;
    private static final EjectionConfig RULE =
            new EjectionConfig(true, 5, 50, 20, seconds(10), seconds(10), seconds(25));

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 25", "1000000, 25"})
    void each_time_is_longer_up_to_the_longest(int count, int seconds) {
        assertThat(new Ejection(count, true, 0).time(RULE)).isEqualTo(seconds(seconds));
    }

    @Test
    void a_member_sits_out_for_its_time_and_no_longer() {
        Ejection ejection = Ejection.NONE.begin(0);

        assertThat(ejection.out()).isTrue();
        assertThat(ejection.at(10 * SECOND - 1, RULE).out()).isTrue();
        assertThat(ejection.at(10 * SECOND, RULE).out()).isFalse();
    }

    @Test
    void who_fails_again_soon_is_out_for_longer() {
        Ejection again = Ejection.NONE.begin(0).at(10 * SECOND, RULE).begin(15 * SECOND);

        assertThat(again.at(35 * SECOND - 1, RULE).out()).isTrue();
        assertThat(again.at(35 * SECOND, RULE).out()).isFalse();
    }

    @Test
    void each_time_that_it_is_in_for_as_long_as_it_was_out_one_is_forgotten() {
        Ejection twice = new Ejection(2, false, 0);

        assertThat(twice.at(20 * SECOND - 1, RULE).count()).isEqualTo(2);
        Ejection once = twice.at(20 * SECOND, RULE);
        assertThat(once.count()).isEqualTo(1);
        assertThat(once.at(30 * SECOND - 1, RULE).count()).isEqualTo(1);
        assertThat(once.at(30 * SECOND, RULE)).isEqualTo(new Ejection(0, false, 30 * SECOND));
    }

    @Test
    void who_never_sat_out_has_nothing_to_be_forgotten() {
        assertThat(Ejection.NONE.at(1_000 * SECOND, RULE)).isEqualTo(Ejection.NONE);
    }

    /** Such clocks begin anywhere and may pass from the largest number to the smallest. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
    void only_the_time_between_counts(long start) {
        Ejection ejection = Ejection.NONE.begin(start);

        assertThat(ejection.at(start + 10 * SECOND - 1, RULE).out()).isTrue();
        assertThat(ejection.at(start + 10 * SECOND, RULE).out()).isFalse();
    }

    @Test
    void one_that_is_called_back_early_has_still_sat_out_once() {
        assertThat(Ejection.NONE.begin(0).end(SECOND)).isEqualTo(new Ejection(1, false, SECOND));
        assertThat(new Ejection(1, false, SECOND).end(2 * SECOND)).isEqualTo(new Ejection(1, false, SECOND));
    }
}
