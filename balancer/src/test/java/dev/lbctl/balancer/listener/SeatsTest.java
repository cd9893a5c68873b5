package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final int MOST = 3;
    private final Seats seats = new Seats();

    @Test
    void there_are_as_many_as_there_are_and_one_that_is_left_is_free() {
        for (int i = 0; i < MOST; i++) {
            assertThat(seats.take(MOST)).isTrue();
        }
        assertThat(seats.take(MOST)).isFalse();
        seats.leave();
        assertThat(seats.take(MOST)).isTrue();
        assertThat(seats.take(MOST)).isFalse();
    }

    @Test
    void those_who_come_at_once_never_get_more_together() throws InterruptedException {
        AtomicInteger seated = new AtomicInteger();
        AtomicInteger mostSeated = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                awaitUninterruptibly(together);
                for (int turn = 0; turn < 100_000; turn++) {
                    if (seats.take(MOST)) {
                        mostSeated.accumulateAndGet(seated.incrementAndGet(), Math::max);
                        seated.decrementAndGet();
                        seats.leave();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        together.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(mostSeated.get()).isBetween(1, MOST);
        there_are_as_many_as_there_are_and_one_that_is_left_is_free();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
