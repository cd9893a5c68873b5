package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
    private final List<Backend> backends = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", 9000 + i))
            .toList();
    private final Pool pool = new Pool("default", backends, event -> {});
    private final Selection selection = new Selection(pool, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();

    RoundRobinTest() {
        backends.forEach(backend -> pool.report(backend, Health.UP, "probe passed"));
    }

    private List<String> pick(int times) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Member member = selection.current().pick(Asking.ANEW);
            names.add(member == null ? "-" : member.name());
        }
        return names;
    }

    @Test
    void each_member_gets_its_turn_in_order() {
        assertThat(pick(7))
                .containsExactly("server-1", "server-2", "server-3", "server-4", "server-5", "server-1", "server-2");
    }

    @Test
    void a_member_that_is_down_or_draining_is_passed_over() {
        pool.report(backends.get(2), Health.DOWN, "connection refused");
        pool.assign("server-5", Duty.DRAIN, "because");

        assertThat(pick(6)).containsOnly("server-1", "server-2", "server-4").hasSize(6);
    }

    @Test
    void a_tried_member_is_never_picked_again() {
        Member picked = selection.current().pick(new Asking(backends.subList(0, 4)));

        assertThat(picked).extracting(Member::name).isEqualTo("server-5");
    }

    @Test
    void nobody_is_picked_when_all_were_tried_or_none_is_eligible() {
        assertThat(selection.current().pick(new Asking(backends))).isNull();

        backends.forEach(backend -> pool.report(backend, Health.DOWN, "connection refused"));

        assertThat(selection.current().pick(Asking.ANEW)).isNull();
    }

    @Test
    void turns_are_exact_across_threads() throws InterruptedException {
        Map<String, LongAdder> counts = new ConcurrentHashMap<>();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    pick(2_500)
                            .forEach(name -> counts.computeIfAbsent(name, key -> new LongAdder())
                                    .increment());
                }))
                .toList();
        threads.forEach(Thread::start);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counts.values())
                .hasSize(5)
                .allSatisfy(count -> assertThat(count.sum()).isEqualTo(2_000));
    }
}
