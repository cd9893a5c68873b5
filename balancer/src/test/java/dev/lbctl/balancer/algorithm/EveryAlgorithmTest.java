package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PanicRule;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.config.AlgorithmKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whichever algorithm it is. */
class EveryAlgorithmTest {
    private static final int SEED = 2017;

    @ParameterizedTest
    @EnumSource
    void an_algorithm_knows_its_name(AlgorithmKind kind) {
        assertThat(Algorithms.create(kind).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void whom_the_request_does_not_admit_is_passed_over_and_nobody_is_picked_only_when_it_admits_none(
            AlgorithmKind kind) {
        Rotation rotation = Rotation.weighing(Algorithms.create(kind), 1_000, 1, 7, 7, 2);
        List<Backend> all = backends(rotation);
        for (int subset = 0; subset < 1 << all.size(); subset++) {
            Collection<Backend> tried = subset(all, subset);
            Member picked = rotation.selection().current().pick(new Asking(tried));

            if (tried.size() == all.size()) {
                assertThat(picked).isNull();
            } else {
                assertThat(picked).isNotNull().extracting(Member::backend).isNotIn(tried);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_admitted_of_a_hundred_is_found(AlgorithmKind kind) {
        Rotation rotation = new Rotation(Algorithms.create(kind), 100);
        for (Backend last : backends(rotation)) {
            List<Backend> tried = new ArrayList<>(backends(rotation));
            tried.remove(last);

            assertThat(rotation.pick(new Asking(tried)).backend()).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_a_panic_whoever_is_meant_to_serve_is_picked_whatever_its_health(AlgorithmKind kind) {
        List<Backend> four = IntStream.range(0, 4)
                .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", 9001 + i))
                .toList();
        Map<Backend, Weight> weights = four.stream().collect(Collectors.toMap(each -> each, each -> Weight.of(1)));
        Pool pool = new Pool("default", weights, new PanicRule(50), event -> {});
        Selection selection = new Selection(pool, Algorithms.create(kind)).begin();
        four.forEach(backend -> pool.report(backend, Health.DOWN, "HTTP 500"));
        for (Backend last : four) {
            List<Backend> tried = new ArrayList<>(four);
            tried.remove(last);

            Member picked = selection.current().pick(new Asking(tried));

            assertThat(picked).isNotNull().extracting(Member::backend).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_down_or_draining_gets_nothing_and_when_all_are_nobody_is_picked(AlgorithmKind kind) {
        Rotation rotation = new Rotation(Algorithms.create(kind), 3);
        rotation.down("A");
        rotation.pool().assign("C", Duty.DRAIN, "because");

        assertThat(rotation.counts(50)).containsOnlyKeys("B");

        rotation.down("B");

        assertThat(rotation.selection().current().pick(Asking.ANEW)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void a_pool_of_one_gives_everything_to_it(AlgorithmKind kind) {
        assertThat(new Rotation(Algorithms.create(kind), 1).counts(10)).containsOnlyKeys("A");
    }

    @ParameterizedTest
    @EnumSource
    void four_threads_pick_while_members_come_and_go(AlgorithmKind kind) throws Exception {
        Rotation rotation = new Rotation(Algorithms.create(kind), 40);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            done.add(threads.submit(requests(rotation, new SplittableRandom(SEED + i))));
        }
        for (int weight = 1; weight <= 50; weight++) {
            rotation.pool().assign("B", weight % 2 == 0 ? Duty.READY : Duty.DRAIN, "because");
            rotation.pool().weigh("C", weight, "because");
        }
        for (Future<Integer> each : done) {
            assertThat(each.get()).isEqualTo(5_000);
        }
        threads.shutdown();

        assertThat(rotation.pool().snapshot().members())
                .allSatisfy(member -> assertThat(member.load().inFlight()).isZero());
        assertThat(rotation.load("A").inFlightOfPool()).isZero();
    }

    /** Requests of which up to twenty are under way at a time; answers how many got a member. */
    private static Callable<Integer> requests(Rotation rotation, RandomGenerator random) {
        return () -> {
            Queue<Load> underWay = new ArrayDeque<>();
            int picked = 0;
            for (int i = 0; i < 5_000; i++) {
                Load load = rotation.pick(Asking.from("10.0.0." + random.nextInt(256)))
                        .load();
                load.begin();
                underWay.add(load);
                picked++;
                while (underWay.size() > random.nextInt(20)) {
                    Load oldest = underWay.remove();
                    oldest.answered(random.nextInt(1_000_000), i);
                    oldest.end(false);
                }
            }
            underWay.forEach(load -> load.end(false));
            return picked;
        };
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RANDOM", "POWER_OF_TWO"})
    void whom_a_peek_names_is_picked_next_however_often_it_is_asked(AlgorithmKind kind) {
        Rotation rotation = Rotation.weighing(Algorithms.create(kind), 3, 2, 1);
        for (int i = 0; i < 20; i++) {
            rotation.selection().current().peek(Asking.ANEW);
            Member peeked = rotation.selection().current().peek(Asking.ANEW);

            assertThat(rotation.pick(Asking.ANEW)).isEqualTo(peeked);
        }
    }

    private static List<Backend> backends(Rotation rotation) {
        return rotation.pool().snapshot().members().stream()
                .map(Member::backend)
                .toList();
    }

    private static List<Backend> subset(List<Backend> all, int bits) {
        return IntStream.range(0, all.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(all::get)
                .toList();
    }
}
