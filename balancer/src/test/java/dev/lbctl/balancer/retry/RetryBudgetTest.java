package dev.lbctl.balancer.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {
    private static final long SECOND = 1_000_000_000;

    private static int granted(RetryBudget budget, long now) {
        int granted = 0;
        while (granted < 10_000 && budget.take(now)) {
            granted++;
        }
        return granted;
    }

    @ParameterizedTest(name = "{0} % and at least {1} of {2} requests: {3}")
    @CsvSource({
        "20, 3, 0, 3",
        "20, 3, 15, 3",
        "20, 3, 19, 3",
        "20, 3, 20, 4",
        "20, 3, 100, 20",
        "20, 3, 104, 20",
        "20, 3, 105, 21",
        "20, 0, 4, 0",
        "20, 0, 5, 1",
        "100, 0, 7, 7",
        "0, 0, 1000, 0",
        "0, 3, 1000, 3",
    })
    void a_share_of_the_requests_is_granted_but_never_less_than_the_minimum(
            int percent, int minimum, int requests, int retries) {
        RetryBudget budget = new RetryBudget(percent, minimum);
        for (int i = 0; i < requests; i++) {
            budget.request(0);
        }

        assertThat(granted(budget, 0)).isEqualTo(retries);
    }

    @Test
    void what_was_spent_comes_back_after_ten_seconds() {
        RetryBudget budget = new RetryBudget(20, 2);
        assertThat(granted(budget, 0)).isEqualTo(2);

        assertThat(budget.take(9 * SECOND)).isFalse();
        assertThat(granted(budget, 10 * SECOND)).isEqualTo(2);
    }

    @Test
    void requests_count_for_ten_seconds() {
        RetryBudget budget = new RetryBudget(50, 0);
        budget.request(0);
        budget.request(0);

        assertThat(budget.take(10 * SECOND)).isFalse();
        assertThat(budget.take(9 * SECOND)).isTrue();
    }

    @Test
    void threads_that_ask_at_once_get_no_more_together_than_one_would() throws InterruptedException {
        RetryBudget budget = new RetryBudget(0, 1_000);
        AtomicInteger granted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(new Thread(() -> granted.addAndGet(granted(budget, 0))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(granted).hasValue(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1})
    void it_does_not_matter_where_the_clock_stands(long now) {
        RetryBudget budget = new RetryBudget(50, 0);
        for (int i = 0; i < 10; i++) {
            budget.request(now);
        }

        assertThat(granted(budget, now)).isEqualTo(5);
    }
}
