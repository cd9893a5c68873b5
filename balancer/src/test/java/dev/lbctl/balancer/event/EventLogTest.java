package dev.lbctl.balancer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final EventLog events = new EventLog(() -> START);

    @Test
    void ids_begin_at_the_time_of_the_start_and_rise_by_one() throws Exception {
        publish(1, 2);
        assertThat(take(events.subscribe(null)))
                .extracting(Event::id)
                .containsExactly(START.toEpochMilli(), START.toEpochMilli() + 1);
    }

    @Test
    void a_new_listener_gets_the_last_fifty() throws Exception {
        publish(1, 80);
        List<Event> events = take(this.events.subscribe(null));
        assertThat(events).hasSize(50);
        assertThat(events.get(0).message()).isEqualTo("31");
    }

    @Test
    void one_that_comes_back_gets_all_it_missed_as_far_as_it_is_kept() throws Exception {
        publish(1, 1_500);
        assertThat(take(events.subscribe(START.toEpochMilli() + 1_398))).hasSize(101);
        assertThat(take(events.subscribe(START.toEpochMilli() + 499))).hasSize(1_000);
        assertThat(take(events.subscribe(START.toEpochMilli() + 1_499))).isEmpty();
    }

    @Test
    void one_that_missed_more_than_is_kept_is_told_how_many() throws Exception {
        publish(1, 1_500);

        List<Event> events = take(this.events.subscribe(START.toEpochMilli() + 489));

        assertThat(events).hasSize(1_001);
        assertThat(events.get(0).type()).isEqualTo("gap");
        assertThat(events.get(0).message()).isEqualTo("10 events are missing: only the last 1000 are kept");
        assertThat(events.get(0).id()).isEqualTo(events.get(1).id() - 1);
    }

    @ParameterizedTest(name = "{0} ms after the start")
    @ValueSource(longs = {-3_600_000, 5, 3_600_000})
    void one_that_comes_back_with_an_id_of_another_life_is_told_that_there_was_a_restart(long id) throws Exception {
        publish(1, 5);

        List<Event> events = take(this.events.subscribe(START.toEpochMilli() + id));

        assertThat(events).extracting(Event::type).containsExactly("gap", "note", "note", "note", "note", "note");
        assertThat(events.get(0).message())
                .isEqualTo("events are missing: the balancer was started anew at 2026-01-01T00:00:00Z");
    }

    @Test
    void one_that_does_not_keep_up_is_cut_off_and_holds_up_nobody() throws Exception {
        Subscription slow = events.subscribe(null);
        Subscription quick = events.subscribe(null);
        publish(1, 200);
        assertThat(take(quick)).hasSize(200);
        publish(201, 400);
        assertThat(take(quick)).hasSize(200);
        assertThat(slow.isCut()).isTrue();
        assertThat(quick.isCut()).isFalse();
    }

    private void publish(int from, int to) {
        for (int i = from; i <= to; i++) {
            events.publish("note", null, String.valueOf(i));
        }
    }

    private static List<Event> take(Subscription subscription) throws InterruptedException {
        List<Event> taken = new ArrayList<>();
        for (Event next = subscription.next(Duration.ZERO); next != null; next = subscription.next(Duration.ZERO)) {
            taken.add(next);
        }
        return taken;
    }
}
