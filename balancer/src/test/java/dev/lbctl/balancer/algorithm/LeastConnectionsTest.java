package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Load;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeastConnectionsTest {
    private final Rotation five = new Rotation(new LeastConnections(), 5);

    /** What each has under way after so many requests that do not end. */
    private static Map<String, Integer> pile(Rotation rotation, int requests) {
        for (int i = 0; i < requests; i++) {
            rotation.pick(Asking.ANEW).load().begin();
        }
        Map<String, Integer> underWay = new TreeMap<>();
        rotation.pool()
                .snapshot()
                .members()
                .forEach(member -> underWay.put(member.name(), member.load().inFlight()));
        return underWay;
    }

    @Test
    void idle_members_come_in_turn() {
        assertThat(five.sequence(7)).isEqualTo("A B C D E A B");
    }

    @Test
    void equals_come_in_turn_wherever_they_stand_among_busier_ones() {
        Rotation forty = new Rotation(new LeastConnections(), 40);
        forty.pool().snapshot().members().stream()
                .filter(member -> !List.of("A", "AA", "AN", "C", "Z").contains(member.name()))
                .forEach(member -> member.load().begin());

        assertThat(forty.sequence(7)).isEqualTo("A AA AN C Z A AA");
    }

    @Test
    void who_has_less_under_way_is_picked_until_it_has_as_much() {
        List.of("A", "B", "D").forEach(name -> five.load(name).begin());
        five.load("C").begin();
        five.load("C").begin();

        assertThat(five.pick(Asking.ANEW).name()).isEqualTo("E");

        five.load("E").begin();
        five.load("C").end(false);
        five.load("C").end(false);

        assertThat(five.pick(Asking.ANEW).name()).isEqualTo("C");
    }

    @Test
    void what_piles_up_piles_up_by_weight() {
        Rotation weighted = Rotation.weighing(new LeastConnections(), 3, 2, 1);

        assertThat(pile(weighted, 60)).isEqualTo(Map.of("A", 30, "B", 20, "C", 10));
    }

    @Test
    void a_cold_member_has_a_tenth_of_its_part_under_way() {
        five.down("E");
        five.upCold("E");

        assertThat(pile(five, 41)).isEqualTo(Map.of("A", 10, "B", 10, "C", 10, "D", 10, "E", 1));
    }

    @Test
    void who_comes_back_takes_over_what_the_others_have_too_much() {
        five.down("E");
        pile(five, 40);
        five.pool().report(five.backend("E"), Health.UP, "probe passed");

        assertThat(five.counts(9)).isEqualTo(Map.of("E", 9L));
    }

    @Test
    void a_request_that_does_not_want_the_best_gets_the_next_best() {
        five.load("A").begin();
        List.of("C", "D", "E").forEach(name -> five.load(name).begin());
        List.of("C", "D", "E").forEach(name -> five.load(name).begin());

        assertThat(five.pick(Asking.ANEW).name()).isEqualTo("B");
        assertThat(five.pick(new Asking(List.of(five.backend("B")))).name()).isEqualTo("A");
    }

    @Test
    void what_is_under_way_when_members_change_still_counts() {
        Load busy = five.load("A");
        busy.begin();
        five.pool().weigh("B", 2, "because");

        assertThat(five.counts(20)).doesNotContainKey("A");

        busy.end(false);

        assertThat(five.counts(20)).containsEntry("A", 4L);
    }

    @Test
    void a_thousand_members_fill_up_evenly() {
        Rotation thousand = new Rotation(new LeastConnections(), 1_000);

        assertThat(pile(thousand, 3_000).values()).containsOnly(3);
    }
}
