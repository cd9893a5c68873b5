package dev.lbctl.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0B, 0",
        "1023B, 1023",
        "1KiB, 1024",
        "1025B, 1025",
        "100MiB, 104857600",
        "1GiB, 1073741824",
        "1024GiB, 1099511627776",
        "999999999GiB, 1073741822926258176"
    })
    void a_size_is_written_in_the_largest_unit_without_a_fraction(String text, long bytes) {
        assertThat(Sizes.parse(text)).contains(bytes);
        assertThat(Sizes.format(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "KiB", "8k", "8KB", "8kib", "8 KiB", "-8KiB", "1.5MiB", "8TiB", "9999999999B"})
    void a_size_needs_a_whole_number_and_a_unit(String text) {
        assertThat(Sizes.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8k, 8KiB", "8K, 8KiB", "8KB, 8KiB", "8 kib, 8KiB", "2m, 2MiB", "2Mb, 2MiB", "1g, 1GiB", "64b, 64B"})
    void another_spelling_of_a_unit_is_understood_for_advice(String text, String meant) {
        assertThat(Sizes.respelled(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "k", "8i", "1.5m", "8 ", "ten k"})
    void what_may_mean_anything_is_not_guessed_at(String text) {
        assertThat(Sizes.respelled(text)).isEmpty();
    }
}
