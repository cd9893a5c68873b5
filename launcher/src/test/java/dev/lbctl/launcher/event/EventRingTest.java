package dev.lbctl.launcher.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final EventRing ring = new EventRing(InstantSource.fixed(NOW));

    @Test
    void events_of_both_sources_stand_in_one_sequence_and_keep_their_own_ids() {
        ring.tell("starting", "server-1", "server-1 is starting");
        ring.add(new Event(77, NOW, "balancer", "up", "server-1", "server-1 is up"));
        ring.tell("ready", "server-1", "server-1 is ready");

        assertThat(ring.after(0, 10)).extracting(EventRing.Numbered::number).containsExactly(1L, 2L, 3L);
        assertThat(ring.after(0, 10)).extracting(one -> one.event().id()).containsExactly(1L, 77L, 2L);
        assertThat(ring.after(2, 10)).extracting(one -> one.event().type()).containsExactly("ready");
    }

    @Test
    void the_oldest_of_more_than_a_thousand_are_dropped() {
        for (int i = 1; i <= 1001; i++) {
            ring.tell("starting", null, "event " + i);
        }

        assertThat(ring.after(0, 2000)).hasSize(1000);
        assertThat(ring.after(0, 2000).get(0).number()).isEqualTo(2);
        assertThat(ring.after(0, 50)).hasSize(50);
        assertThat(ring.lastNumber()).isEqualTo(1001);
    }

    @Test
    void a_listener_hears_what_comes_until_it_leaves() {
        List<String> heard = new ArrayList<>();
        ring.tell("starting", null, "before");
        try (EventRing.Subscription subscription =
                ring.subscribe(one -> heard.add(one.event().message()))) {
            assertThat(subscription).isNotNull();
            ring.tell("ready", null, "during");
        }
        ring.tell("stopped", null, "after");

        assertThat(heard).containsExactly("during");
    }
}
