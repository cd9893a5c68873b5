package dev.lbctl.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @Test
    void a_size_has_three_digits_and_a_unit() {
        assertThat(Stream.of(0L, 950L, 12_600L, 104_857_600L, 1_610_612_736L).map(Figures::bytes))
                .containsExactly("0 B", "950 B", "12.3 KiB", "100 MiB", "1.5 GiB");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9999,9999", "10000,10.0k", "999949,999.9k", "999950,1.00M", "4560000,4.56M", "2000000000,2.00G"
    })
    void counts_stay_short(long count, String text) {
        assertThat(Figures.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1,0s", "59.9,59s", "60,1m00s", "3599,59m59s", "3600,1h00m", "86399,23h59m", "90000,1d01h"})
    void uptime_has_its_two_largest_units(double seconds, String text) {
        assertThat(Figures.uptime(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0.0ms", "0.44,0.4ms", "9.96,10ms", "38.2,38ms", "999.4,999ms", "999.6,1.0s", "2100,2.1s"})
    void latency_has_the_unit_that_fits(double millis, String text) {
        assertThat(Figures.latency(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"100,100 %", "99.999,99.99 %", "99.5,99.50 %", "0,0.00 %"})
    void only_a_perfect_rate_reads_as_100(double percent, String text) {
        assertThat(Figures.percent(percent)).isEqualTo(text);
    }

    @Test
    void one_thing_is_no_plural() {
        assertThat(Figures.counted(1, "node")).isEqualTo("1 node");
        assertThat(Figures.counted(0, "node")).isEqualTo("0 nodes");
    }
}
