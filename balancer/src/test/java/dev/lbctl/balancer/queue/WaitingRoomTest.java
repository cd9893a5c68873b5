package dev.lbctl.balancer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private final WaitingRoom room = new WaitingRoom(3);
    private final List<String> called = new ArrayList<>();

    private long enter(String name) {
        return room.enter(() -> called.add(name));
    }

    @Test
    void who_came_first_is_called_first() {
        enter("a");
        enter("b");
        room.callNext();
        enter("c");
        room.callNext();
        room.callNext();
        room.callNext();

        assertThat(called).containsExactly("a", "b", "c");
        assertThat(room.waiting()).isZero();
    }

    @Test
    void no_more_may_wait_than_there_is_room_for() {
        enter("a");
        enter("b");
        enter("c");
        assertThat(enter("d")).isEqualTo(WaitingRoom.FULL);

        room.callNext();
        assertThat(enter("e")).isNotEqualTo(WaitingRoom.FULL);
        assertThat(new WaitingRoom(0).enter(() -> {})).isEqualTo(WaitingRoom.FULL);
    }

    @Test
    void who_leaves_is_not_called_and_makes_room() {
        enter("a");
        long second = enter("b");
        enter("c");
        assertThat(room.leave(second)).isTrue();
        assertThat(room.leave(second)).isFalse();
        enter("d");
        room.callAll();

        assertThat(called).containsExactly("a", "c", "d");
    }

    @Test
    void those_called_in_vain_stand_where_they_stood() {
        long first = enter("a");
        long second = enter("b");
        enter("c");
        room.callNext();
        room.callNext();
        room.comeBack(first, () -> called.add("a again"));
        room.comeBack(second, () -> called.add("b again"));
        room.callAll();

        assertThat(called).containsExactly("a", "b", "a again", "b again", "c");
    }

    @Test
    void one_who_comes_back_while_all_are_called_is_not_called_for_ever() {
        AtomicInteger calls = new AtomicInteger();
        long[] number = {0};
        WaitingRoom.Guest stubborn = new WaitingRoom.Guest() {
            @Override
            public void call() {
                calls.incrementAndGet();
                room.comeBack(number[0], this);
            }
        };
        number[0] = room.enter(stubborn);
        room.callAll();

        assertThat(calls).hasValue(1);
        assertThat(room.waiting()).isEqualTo(1);
    }

    @Test
    void many_threads_lose_nobody_and_call_nobody_twice() throws InterruptedException {
        WaitingRoom large = new WaitingRoom(Integer.MAX_VALUE);
        Queue<Integer> heard = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        int name = thread * 5_000 + i;
                        large.enter(() -> heard.add(name));
                        large.callNext();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        large.callAll();

        assertThat(heard).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(large.waiting()).isZero();
    }
}
