package dev.lbctl.balancer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many guests on several event loops: whoever waits is served in the end, and never are more served at once than there is room for. */
class WaitingStormTest {
    private static final int GUESTS = 200;
    private static final int ROUNDS = 200;

    private final List<ExecutorService> loops =
            Stream.generate(Executors::newSingleThreadExecutor).limit(3).toList();
    private final WaitingRoom room = new WaitingRoom(GUESTS);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(GUESTS);

    @AfterEach
    void stop() {
        loops.forEach(ExecutorService::shutdown);
    }

    /** Lives on one loop, and is served by whichever is next. */
    private final class Guest {
        private final int seats;
        private final ExecutorService loop;
        private int rounds;
        private @Nullable Place place;

        private Guest(int seats, int number) {
            this.seats = seats;
            this.loop = loops.get(number % loops.size());
        }

        void arrive() {
            if (rounds++ == ROUNDS) {
                done.countDown();
            } else if (room.waiting() > 0 || !sit()) {
                place = Objects.requireNonNull(room.enter(loop, this::turn));
            }
        }

        private void turn() {
            Place mine = Objects.requireNonNull(place);
            if (rounds % 7 == 0) { // Leaves unserved, perhaps just as it is called.
                mine.leave();
                loop.execute(this::arrive);
            } else if (sit()) {
                mine.leave();
            }
        }

        private boolean sit() {
            int now = served.get();
            while (now < seats && !served.compareAndSet(now, now + 1)) {
                now = served.get();
            }
            if (now < seats) {
                most.accumulateAndGet(now + 1, Math::max);
                loop.execute(this::rise);
            }
            return now < seats;
        }

        private void rise() {
            served.decrementAndGet();
            room.callNext();
            arrive();
        }
    }

    private void storm(int seats) throws InterruptedException {
        for (int number = 0; number < GUESTS; number++) {
            Guest guest = new Guest(seats, number);
            guest.loop.execute(guest::arrive);
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(served).hasValue(0);
        assertThat(most.get()).isBetween(1, seats);
        assertThat(room.waiting()).isZero();
    }

    @Test
    void with_one_place() throws InterruptedException {
        storm(1);
    }

    @Test
    void with_a_few_places() throws InterruptedException {
        storm(5);
    }
}
