package dev.lbctl.balancer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A waiting room on one event loop, whose tasks run when the test says so. */
class WaitingRoomTest {
    private final WaitingRoom room = new WaitingRoom(100);
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final List<String> served = new ArrayList<>();
    private int free;
    private int looks;

    private final class Guest {
        private final String name;
        private @Nullable Place place;

        private Guest(String name) {
            this.name = name;
            place = room.enter(loop::add, this::look);
        }

        void look() {
            looks++;
            if (free > 0) {
                free--;
                served.add(name);
                leave();
            }
        }

        void leave() {
            place().leave();
        }

        Place place() {
            return Objects.requireNonNull(place);
        }
    }

    private void run() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    /** Guests of these names, who have looked once in vain. */
    private List<Guest> guests(String... names) {
        List<Guest> guests = new ArrayList<>();
        for (String name : names) {
            guests.add(new Guest(name));
            run();
        }
        return guests;
    }

    private void becomesFree(int places) {
        free += places;
        room.callNext();
        run();
    }

    @Test
    void who_came_first_is_served_first() {
        guests("one", "two", "three");
        becomesFree(1);
        becomesFree(1);
        becomesFree(1);

        assertThat(served).containsExactly("one", "two", "three");
        assertThat(room.waiting()).isZero();
    }

    @Test
    void one_call_is_enough_for_many_places() {
        guests("one", "two", "three", "four");
        becomesFree(3);

        assertThat(served).containsExactly("one", "two", "three");
    }

    @Test
    void who_was_called_in_vain_stays_before_those_who_came_later() {
        guests("one", "two");
        becomesFree(0);
        guests("three");
        becomesFree(0);
        becomesFree(3);

        assertThat(served).containsExactly("one", "two", "three");
    }

    @Test
    void who_is_called_together_with_others_stays_before_them() {
        guests("one", "two", "three");
        room.callNext();
        room.callNext();
        room.callNext();
        run();
        becomesFree(3);

        assertThat(served).containsExactly("one", "two", "three");
    }

    @Test
    void room_from_before_anybody_waited_is_found() {
        free = 1;
        guests("one");

        assertThat(served).containsExactly("one");
    }

    @Test
    void a_place_that_becomes_free_while_somebody_has_just_looked_in_vain_is_not_forgotten() {
        List<String> later = new ArrayList<>();
        room.enter(loop::add, () -> {
            later.add(free > 0 ? "found" : "in vain");
            if (later.size() == 2) { // The first look was that of entering.
                free = 1;
                room.callNext();
            }
        });
        run();
        room.callNext();
        run();

        assertThat(later).containsExactly("in vain", "in vain", "found");
    }

    @Test
    void who_leaves_when_already_called_leaves_the_place_to_the_next() {
        List<Guest> guests = guests("one", "two");
        free = 1;
        room.callNext();
        guests.get(0).leave();
        run();

        assertThat(served).containsExactly("two");
    }

    @Test
    void who_leaves_from_the_middle_of_the_line_is_never_called() {
        List<Guest> guests = guests("one", "two", "three");
        guests.get(1).leave();
        guests.get(1).leave();
        becomesFree(3);

        assertThat(served).containsExactly("one", "three");
        assertThat(room.waiting()).isZero();
    }

    @Test
    void room_that_is_of_no_use_to_the_first_is_passed_on() {
        Place[] choosy = new Place[2];
        for (int i = 0; i < choosy.length; i++) {
            int mine = i;
            choosy[i] = room.enter(loop::add, () -> choosy[mine].passOn());
        }
        guests("three");
        becomesFree(1);

        assertThat(served).containsExactly("three");
    }

    @Test
    void one_place_that_becomes_free_wakes_no_more_than_two() {
        guests("one", "two", "three", "four", "five");
        looks = 0;
        becomesFree(1);

        assertThat(looks).isEqualTo(2);
    }

    @Test
    void a_full_room_takes_nobody_until_one_has_left() {
        WaitingRoom small = new WaitingRoom(2);
        Place first = Objects.requireNonNull(small.enter(loop::add, () -> {}));
        assertThat(small.enter(loop::add, () -> {})).isNotNull();
        assertThat(small.enter(loop::add, () -> {})).isNull();

        first.leave();
        assertThat(small.enter(loop::add, () -> {})).isNotNull();
        assertThat(small.enter(loop::add, () -> {})).isNull();
    }

    @Test
    void a_room_without_places_takes_nobody_and_is_empty() {
        WaitingRoom none = new WaitingRoom(0);

        assertThat(none.enter(loop::add, () -> {})).isNull();
        assertThat(none.waiting()).isZero();
    }

    @Test
    void an_event_loop_that_has_ended_harms_nobody_else() {
        Place gone = room.enter(
                task -> {
                    throw new RejectedExecutionException();
                },
                () -> {});
        guests("two");
        Objects.requireNonNull(gone).leave();
        becomesFree(1);

        assertThat(served).containsExactly("two");
    }
}
