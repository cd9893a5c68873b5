package dev.lbctl.balancer.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingCountTest {
    private static final long SECOND = 1_000_000_000;

    private final SlidingCount count = new SlidingCount();

    @Test
    void nothing_has_happened_at_first() {
        assertThat(count.sum(0)).isZero();
        assertThat(count.sum(123 * SECOND)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                17 * SECOND,
                -1,
                -SECOND / 2,
                -5 * SECOND,
                -9 * SECOND,
                Long.MIN_VALUE,
                Long.MAX_VALUE - 20 * SECOND
            })
    void what_happened_counts_for_ten_seconds_wherever_the_clock_has_its_origin(long now) {
        count.add(now);
        count.add(now);

        assertThat(count.sum(now)).isEqualTo(2);
        assertThat(count.sum(now + 9 * SECOND)).isEqualTo(2);
        assertThat(count.sum(now + 10 * SECOND)).isZero();
        assertThat(count.sum(now + 19 * SECOND)).isZero();
    }

    @Test
    void each_second_leaves_by_itself() {
        for (int second = 0; second < 25; second++) {
            for (int i = 0; i <= second; i++) {
                count.add(second * SECOND + i);
            }
        }

        assertThat(count.sum(24 * SECOND)).isEqualTo(16 + 17 + 18 + 19 + 20 + 21 + 22 + 23 + 24 + 25);
        assertThat(count.sum(30 * SECOND)).isEqualTo(22 + 23 + 24 + 25);
    }

    @Test
    void what_a_clock_that_is_a_little_ahead_has_counted_is_seen() {
        count.add(SECOND);

        assertThat(count.sum(SECOND - 1)).isEqualTo(1);
    }

    @Test
    void many_threads_lose_no_count_not_even_when_the_second_turns() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < 100_000; i++) {
                    count.add(SECOND * (i / 20_000));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(count.sum(4 * SECOND)).isEqualTo(400_000);
    }
}
