package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Health;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakTest {

    @ParameterizedTest(name = "from {0}, results {1} give {2}: {3}")
    @CsvSource({
        "UNKNOWN, +,     UP,                'the first pass admits'",
        "UNKNOWN, --,    UNKNOWN UNKNOWN,   'a failure or two prove nothing'",
        "UNKNOWN, ---,   UNKNOWN UNKNOWN DOWN, 'fall failures do'",
        "UNKNOWN, -+,    UNKNOWN UP,        'a pass after a failure admits'",
        "UNKNOWN, !,     DOWN,              'a conclusive failure is enough'",
        "UP,      --+--, UP UP UP UP UP,    'a pass starts the count again'",
        "UP,      ---,   UP UP DOWN,        'fall failures take it down'",
        "UP,      !,     DOWN,              'a conclusive failure takes it down'",
        "UP,      -!,    UP DOWN,           'also in the middle of a row'",
        "DOWN,    +,     DOWN,              'one pass is not enough'",
        "DOWN,    ++,    DOWN UP,           'rise passes are'",
        "DOWN,    +-++,  DOWN DOWN DOWN UP, 'a failure starts the count again'",
        "DOWN,    -----, DOWN DOWN DOWN DOWN DOWN, 'down stays down'",
        "DOWN,    ++-,   DOWN UP UP,        'up again, it has all its lives'"
    })
    void results_in_a_row_make_health(Health start, String results, String expected, String because) {
        Streak[] streak = {Streak.startingAt(start)};
        String healths = results.chars()
                .mapToObj(result -> {
                    streak[0] = result == '+' ? streak[0].passed(2) : streak[0].failed(3, result == '!');
                    return streak[0].health().name();
                })
                .collect(Collectors.joining(" "));
        assertThat(healths).as(because).isEqualTo(expected);
    }
}
