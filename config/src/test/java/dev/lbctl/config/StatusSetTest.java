package dev.lbctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusSetTest {

    @ParameterizedTest(name = "{0} has {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            200-299,304    | 200-299,304  | 199 | false
            200-299,304    | 200-299,304  | 200 | true
            200-299,304    | 200-299,304  | 299 | true
            200-299,304    | 200-299,304  | 300 | false
            200-299 , 304  | 200-299,304  | 304 | true
            204            | 204          | 204 | true
            204-204        | 204          | 205 | false
            100-599        | 100-599      | 503 | true
            """)
    void statuses_are_single_ones_and_ranges_with_both_ends(
            String text, String written, int status, boolean contained) {
        StatusSet statuses = StatusSet.parse(text).orElseThrow();

        assertThat(statuses.contains(status)).isEqualTo(contained);
        assertThat(statuses).hasToString(written);
    }
}
