package dev.lbctl.balancer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final LongAdder pool = new LongAdder();
    private final Load load = new Load(pool);

    private double meanMillis() {
        ResponseTime time = load.responseTime();
        return time == null ? Double.NaN : time.meanNanos() / MILLI;
    }

    @Test
    void what_is_under_way_is_counted_for_the_member_and_for_its_pool() {
        Load other = new Load(pool);
        load.begin();
        load.begin();
        other.begin();
        load.end(false);

        assertThat(load.inFlight()).isEqualTo(1);
        assertThat(load.inFlightOfPool()).isEqualTo(2);
        assertThat(other.inFlightOfPool()).isEqualTo(2);
    }

    @Test
    void where_there_is_no_room_nothing_begins() {
        List<Integer> told = new ArrayList<>();
        load.follow(() -> told.add(load.inFlight()));

        assertThat(load.tryBegin(1)).isTrue();
        assertThat(load.tryBegin(1)).isFalse();

        assertThat(told).containsExactly(1);
        assertThat(load.inFlightOfPool()).isEqualTo(1);
    }

    @Test
    void the_response_time_is_unknown_until_the_first_answer_and_then_what_that_took() {
        assertThat(load.responseTime()).isNull();

        load.answered(30 * MILLI, 5 * SECOND);

        assertThat(meanMillis()).isEqualTo(30);
    }

    @Test
    void after_one_time_constant_of_steady_answers_63_percent_of_the_way_to_them_is_made() {
        load.answered(100 * MILLI, 0);
        for (int tenth = 1; tenth <= 100; tenth++) {
            load.answered(0, tenth * SECOND / 10);
        }

        assertThat(meanMillis()).isCloseTo(100 * Math.exp(-1), within(0.001));
    }

    @Test
    void the_first_answer_after_a_long_silence_counts_for_nearly_all() {
        load.answered(500 * MILLI, 0);
        load.answered(10 * MILLI, 100 * SECOND);

        assertThat(meanMillis()).isCloseTo(10, within(0.1));
    }

    @Test
    void an_answer_told_with_an_older_moment_turns_no_clock_back() {
        load.answered(20 * MILLI, 10 * SECOND);
        load.answered(90 * MILLI, 9 * SECOND);

        assertThat(load.responseTime()).isEqualTo(new ResponseTime(20 * MILLI, 10 * SECOND));
    }

    @Test
    void a_follower_is_told_after_each_change_until_another_follows() {
        List<Integer> seen = new ArrayList<>();
        load.follow(() -> seen.add(load.inFlight()));
        load.begin();
        load.answered(MILLI, 0);
        load.end(false);
        load.unfollow();
        load.begin();

        assertThat(seen).containsExactly(1, 1, 0);
    }
}
