package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Health;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakTest {

    @ParameterizedTest(name = "from {0}, {1} give {2}: {3}")
    @CsvSource({
        "UNKNOWN, +,     UP,                'the first pass admits'",
        "UNKNOWN, --,    UNKNOWN UNKNOWN,   'a failure or two prove nothing'",
        "UNKNOWN, ---,   UNKNOWN UNKNOWN DOWN, 'fall failures do'",
        "UNKNOWN, -+,    UNKNOWN UP,        'a pass after a failure admits'",
        "UNKNOWN, !,     DOWN,              'a conclusive failure is enough'",
        "UNKNOWN, 9,     UNKNOWN,           'requests do not judge what no probe has admitted'",
        "UP,      --+--, UP UP UP UP UP,    'a pass starts the count again'",
        "UP,      ---,   UP UP DOWN,        'fall failures take it down'",
        "UP,      !,     DOWN,              'a conclusive failure takes it down'",
        "UP,      -!,    UP DOWN,           'also in the middle of a row'",
        "UP,      12,    UP UP,             'two failed requests are not enough'",
        "UP,      123,   UP UP DOWN,        'fall failed requests in a row are'",
        "UP,      5,     DOWN,              'all the more when more were told of together'",
        "UP,      -2,    UP DOWN,           'probes and requests count together'",
        "UP,      2-,    UP DOWN,           'in any order'",
        "UP,      12+12, UP UP UP UP UP,    'a probe that passes takes back what requests did'",
        "UP,      2012,  UP UP UP UP,       'and so does a request that does well'",
        "UP,      --0-,  UP UP UP DOWN,     'which takes back nothing of what probes found'",
        "DOWN,    +,     DOWN,              'one pass is not enough'",
        "DOWN,    ++,    DOWN UP,           'rise passes are'",
        "DOWN,    +-++,  DOWN DOWN DOWN UP, 'a failure starts the count again'",
        "DOWN,    -----, DOWN DOWN DOWN DOWN DOWN, 'down stays down'",
        "DOWN,    ++-,   DOWN UP UP,        'up again, it has all its lives'",
        "DOWN,    00,    DOWN DOWN,         'requests that do well bring nobody up'",
        "UP,      ++3+,  UP UP DOWN DOWN,   'taken down by requests, it needs its passes anew'",
        "EJECTED, -,     UP,                'what sits out for its requests is up by its probes'"
    })
    void results_in_a_row_make_health(Health start, String results, String expected, String because) {
        Streak[] streak = {Streak.startingAt(start)};
        String healths = results.chars()
                .mapToObj(result -> {
                    streak[0] = after(streak[0], (char) result);
                    return streak[0].health().name();
                })
                .collect(Collectors.joining(" "));
        assertThat(healths).as(because).isEqualTo(expected);
    }

    /** A probe that passed, failed, or failed for good; or how many requests have failed in a row by now. */
    private static Streak after(Streak streak, char result) {
        return switch (result) {
            case '+' -> streak.passed(2);
            case '-' -> streak.failed(3, false);
            case '!' -> streak.failed(3, true);
            default -> streak.shaken(result - '0', 3);
        };
    }
}
