package dev.lbctl.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final LineTime times = new LineTime(ZoneOffset.UTC, NOW);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11:58:00.123 INFO up              | 2026-03-02T11:58:00.123Z",
                "13:00:00 was yesterday            | 2026-03-01T13:00:00Z",
                "2026-03-01T03:04:05Z x            | 2026-03-01T03:04:05Z",
                "[2026-03-01 03:04:05,678] x       | 2026-03-01T03:04:05.678Z",
                "2026-03-01T03:04:05+02:00 x       | 2026-03-01T01:04:05Z"
            })
    void a_line_tells_its_time_in_the_usual_forms(String line, Instant time) {
        assertThat(times.of(line)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"Server-1 listening", "99:99:99 x", "2026-13-01T00:00:00Z x"})
    void other_lines_tell_none(String line) {
        assertThat(times.of(line)).isEmpty();
    }

    @Test
    void what_is_since_a_time_follows_the_last_older_line_and_what_belongs_to_it() {
        Instant start = NOW.minusSeconds(300);
        List<String> lines = List.of("begin", "11:50:00 a", " of a", "11:56:00 b", " of b");

        assertThat(times.since(start, lines, NOW)).containsExactly("11:56:00 b", " of b");
        assertThat(times.since(NOW, lines, NOW)).isEmpty();
        assertThat(times.since(start, List.of("x"), NOW)).containsExactly("x");
        assertThat(times.since(start, List.of("x"), start.minusSeconds(1))).isEmpty();
    }
}
