package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.config.AlgorithmKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Rotation rotation = Rotation.weighing(new RoundRobin(), 3, 2, 1);

    @Test
    void another_algorithm_picks_from_the_next_pick_on() {
        assertThat(rotation.sequence(4)).isEqualTo("A B C A");

        rotation.selection().use(new Weighted());

        assertThat(rotation.selection().kind()).isEqualTo(AlgorithmKind.WEIGHTED);
        assertThat(rotation.sequence(6)).isEqualTo("A B A C B A");
    }

    @Test
    void the_new_algorithm_follows_the_pool() {
        rotation.selection().use(new LeastConnections());
        rotation.down("A");

        assertThat(rotation.sequence(4)).isEqualTo("B C B C");
    }

    @Test
    void loads_tell_an_algorithm_that_is_not_used_any_more_nothing() {
        List<String> told = new ArrayList<>();
        rotation.load("A").follow(() -> told.add("told"));
        rotation.selection().use(new RoundRobin());
        rotation.load("A").begin();

        assertThat(told).isEmpty();
    }

    @Test
    void no_request_goes_without_a_member_while_the_algorithm_is_changed_again_and_again() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Integer>> picked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            picked.add(threads.submit(() -> {
                int requests = 0;
                for (; requests < 20_000; requests++) {
                    Member member = rotation.pick(Asking.ANEW);
                    member.load().begin();
                    member.load().end(false);
                }
                return requests;
            }));
        }
        for (int i = 0; i < 200; i++) {
            AlgorithmKind[] kinds = AlgorithmKind.values();
            rotation.selection().use(Algorithms.create(kinds[i % kinds.length]));
        }
        for (Future<Integer> each : picked) {
            assertThat(each.get()).isEqualTo(20_000);
        }
        threads.shutdown();
    }
}
