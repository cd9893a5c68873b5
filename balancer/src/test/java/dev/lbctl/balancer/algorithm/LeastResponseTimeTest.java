package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeastResponseTimeTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Rotation three = new Rotation(new LeastResponseTime(), 3);

    private void answers(String name, long millis, long seconds) {
        three.load(name).answered(millis * MILLI, seconds * SECOND);
    }

    @Test
    void everybody_is_asked_once_before_anybody_twice() {
        for (String name : List.of("A", "B", "C")) {
            assertThat(three.pick(Asking.ANEW).name()).isEqualTo(name);
            three.load(name).begin();
        }
    }

    @Test
    void who_answers_faster_gets_what_comes() {
        answers("A", 30, 1);
        answers("B", 10, 1);
        answers("C", 20, 1);

        assertThat(three.sequence(3)).isEqualTo("B B B");
    }

    @Test
    void what_is_under_way_counts_as_time_to_wait() {
        answers("A", 30, 1);
        answers("B", 10, 1);
        answers("C", 100, 1);
        for (int i = 0; i < 40; i++) {
            three.pick(Asking.ANEW).load().begin();
        }

        assertThat(three.load("B").inFlight()).isEqualTo(29);
        assertThat(three.load("A").inFlight()).isEqualTo(9);
        assertThat(three.load("C").inFlight()).isEqualTo(2);
    }

    @Test
    void weight_counts_as_speed() {
        answers("A", 30, 1);
        answers("B", 10, 1);
        answers("C", 100, 1);
        three.pool().weigh("A", 4, "because");

        assertThat(three.pick(Asking.ANEW).name()).isEqualTo("A");
    }

    @Test
    void who_was_slow_is_tried_again_when_that_was_long_ago() {
        answers("A", 100, 0);
        for (int second = 0; second <= 60; second++) {
            answers("B", 10, second);
            answers("C", 10, second);
            String picked = three.pick(Asking.ANEW).name();

            // 100 ms fade to 10 ms in 10 s · ln 10 = 23.03 s.
            assertThat(picked.equals("A")).as("after " + second + " s").isEqualTo(second > 23);
        }
    }

    @Test
    void who_has_never_answered_gets_one_request_and_then_its_part_as_if_it_were_average() {
        answers("A", 10, 1);
        answers("B", 40, 1);

        assertThat(three.pick(Asking.ANEW).name()).isEqualTo("C");

        three.load("C").begin();
        for (int i = 0; i < 34; i++) {
            three.pick(Asking.ANEW).load().begin();
        }

        // 20 ms, the geometric mean of the others, gives C twice what B gets and half of what A gets.
        assertThat(three.load("A").inFlight()).isEqualTo(20);
        assertThat(three.load("C").inFlight()).isEqualTo(10);
        assertThat(three.load("B").inFlight()).isEqualTo(5);
    }

    @Test
    void who_fails_without_an_answer_does_not_attract_what_comes() {
        answers("A", 10, 1);
        answers("B", 10, 1);
        three.load("C").begin();
        three.load("C").end(true);

        for (int i = 0; i < 30; i++) {
            three.pick(Asking.ANEW).load().begin();
        }

        assertThat(three.load("C").inFlight()).isEqualTo(10);
    }

    @Test
    void when_nobody_has_answered_yet_nobody_is_flooded() {
        for (int i = 0; i < 30; i++) {
            three.pick(Asking.ANEW).load().begin();
        }

        assertThat(three.pool().snapshot().members())
                .allSatisfy(member -> assertThat(member.load().inFlight()).isEqualTo(10));
    }

    @Test
    void who_hangs_from_the_start_gets_no_more_than_its_part() {
        three.sequence(1);
        List.of("A", "B", "C").forEach(name -> three.load(name).begin());
        for (int second = 1; second <= 200; second++) {
            answers("A", 10, 1);
            answers("B", 10, 1);
            three.pick(Asking.ANEW).load().begin();
        }

        assertThat(three.load("C").inFlight()).isBetween(60, 70);
    }

    @Test
    void an_answer_that_takes_no_time_is_no_trouble() {
        answers("A", 0, 1);
        answers("B", 1, 1);
        answers("C", 1, 1);

        assertThat(three.counts(5)).isEqualTo(Map.of("A", 5L));
    }
}
