package dev.lbctl.balancer.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private final List<String> begun = new ArrayList<>();
    private final Gate gate = new Gate(2);

    private void enter(String name) {
        gate.enter(() -> begun.add(name));
    }

    @Test
    void no_more_are_under_way_than_may_be_and_the_others_follow_in_turn() {
        enter("a");
        enter("b");
        enter("c");
        enter("d");
        assertThat(begun).containsExactly("a", "b");

        gate.leave();
        assertThat(begun).containsExactly("a", "b", "c");
        gate.leave();
        gate.leave();
        gate.leave();
        enter("e");
        enter("f");
        enter("g");
        assertThat(begun).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void what_does_not_begin_takes_no_room() {
        enter("a");
        enter("b");
        for (int i = 0; i < 100_000; i++) {
            gate.enter(() -> false);
        }
        enter("c");

        gate.leave();

        assertThat(begun).containsExactly("a", "b", "c");
    }
}
