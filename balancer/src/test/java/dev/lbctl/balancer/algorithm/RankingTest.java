package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private static List<Member> members(int count) {
        return new Rotation(new RoundRobin(), count).pool().snapshot().eligible();
    }

    private static Ranking byInFlight(List<Member> members) {
        return Ranking.following(members, place -> members.get(place).load().inFlight(), new AtomicInteger());
    }

    /** One after the other, the first of those that have the least under way, going round after the last picked. */
    private static int expected(List<Member> members, int from) {
        return IntStream.range(from, from + members.size())
                .map(i -> i % members.size())
                .reduce((a, b) ->
                        members.get(b).load().inFlight() < members.get(a).load().inFlight() ? b : a)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65, 300})
    void each_pick_is_the_one_that_looking_at_everybody_would_find(int count) {
        List<Member> members = members(count);
        Ranking ranking = byInFlight(members);
        int from = 0;
        for (int i = 0; i < 20_000; i++) {
            int place = random.nextInt(count);
            if (random.nextBoolean() && members.get(place).load().inFlight() > 0) {
                members.get(place).load().end(false);
            } else if (random.nextInt(4) == 0) {
                members.get(place).load().begin();
            }
            int expected = expected(members, from);

            assertThat(ranking.pick(Asking.ANEW)).isSameAs(members.get(expected));
            from = (expected + 1) % count;
        }
    }

    @Test
    void a_change_that_is_overtaken_by_a_later_one_does_not_undo_it() {
        List<Member> members = members(2);
        members.get(1).load().begin();
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Ranking ranking = Ranking.following(
                members,
                place -> {
                    double seen = members.get(place).load().inFlight();
                    meanwhile.getAndSet(() -> {}).run();
                    return seen;
                },
                new AtomicInteger(1));
        meanwhile.set(() -> members.get(0).load().end(false));
        members.get(0).load().begin();

        assertThat(ranking.pick(Asking.ANEW)).isSameAs(members.get(0));
    }

    @Test
    void whatever_threads_do_at_the_same_time_the_lowest_is_known_when_they_are_done() throws Exception {
        List<Member> members = members(16);
        Ranking ranking = byInFlight(members);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 500; round++) {
            SplittableRandom others = random.split();
            Future<?> other = threads.submit(() -> change(members, others));
            threads.submit(() -> change(members, random)).get();
            other.get();
            int least = members.stream()
                    .mapToInt(member -> member.load().inFlight())
                    .min()
                    .orElseThrow();

            assertThat(ranking.pick(Asking.ANEW))
                    .extracting(picked -> picked.load().inFlight())
                    .isEqualTo(least);
        }
        threads.shutdown();
    }

    private static void change(List<Member> members, SplittableRandom random) {
        for (int i = 0; i < 200; i++) {
            Load load = members.get(random.nextInt(members.size())).load();
            if (random.nextBoolean()) {
                load.begin();
            } else {
                load.end(false);
            }
        }
    }
}
