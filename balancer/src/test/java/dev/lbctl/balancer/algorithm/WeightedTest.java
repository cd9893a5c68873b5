package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedTest {

    private static Rotation weighing(int... weights) {
        return Rotation.weighing(new Weighted(), weights);
    }

    @ParameterizedTest
    @CsvSource({
        "3 2 1, A B A C B A",
        "5 1 1, A A B A C A A",
        "1 1 1, A B C",
        "2 2, A B",
        "300 200 100, A B A C B A",
        "4 1, A A B A A"
    })
    void the_heavier_come_more_often_and_never_in_bursts(String weights, String round) {
        Rotation rotation = weighing(
                Arrays.stream(weights.split(" ")).mapToInt(Integer::parseInt).toArray());
        int length = round.split(" ").length;

        assertThat(rotation.sequence(length)).isEqualTo(round);
        assertThat(rotation.sequence(length)).as("the next round").isEqualTo(round);
    }

    @Test
    void a_round_is_what_the_textbook_says_whatever_the_weights() {
        SplittableRandom random = new SplittableRandom(41);
        for (int round = 0; round < 200; round++) {
            int[] weights = random.ints(random.nextInt(1, 12), 1, 30).toArray();
            int turns = Arrays.stream(weights).sum();

            assertThat(weighing(weights).sequence(turns))
                    .as(Arrays.toString(weights))
                    .isEqualTo(textbook(weights, turns));
        }
    }

    /** Smooth weighted round robin as nginx computes it, one turn at a time. */
    private static String textbook(int[] weights, int turns) {
        int total = Arrays.stream(weights).sum();
        int[] current = new int[weights.length];
        return IntStream.range(0, turns)
                .mapToObj(turn -> {
                    Arrays.setAll(current, i -> current[i] + weights[i]);
                    int most = IntStream.range(0, current.length)
                            .reduce((a, b) -> current[b] > current[a] ? b : a)
                            .orElseThrow();
                    current[most] -= total;
                    return String.valueOf((char) ('A' + most));
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_others_share_by_weight_what_a_member_that_is_down_would_have_got() {
        Rotation rotation = weighing(3, 2, 1);
        rotation.down("A");

        assertThat(rotation.counts(300)).isEqualTo(Map.of("B", 200L, "C", 100L));
    }

    @Test
    void the_others_share_by_weight_what_a_request_does_not_want_of_a_heavy_one() {
        Rotation rotation = weighing(1_000, 20, 10);
        Asking notA = new Asking(List.of(rotation.backend("A")));

        Map<String, Long> counts = rotation.counts(30_000, () -> notA);

        assertThat(counts.get("B")).isBetween(19_000L, 21_000L);
        assertThat(counts.get("C")).isBetween(9_000L, 11_000L);
    }

    @Test
    void a_weight_changed_while_it_runs_counts_from_the_next_pick_on() {
        Rotation rotation = weighing(1, 1);
        rotation.pool().weigh("A", 3, "because");

        assertThat(rotation.counts(400)).isEqualTo(Map.of("A", 300L, "B", 100L));
    }

    @Test
    void a_cold_member_gets_a_tenth_of_its_turns_and_a_tenth_more_with_each_step() {
        Rotation rotation = weighing(1, 1);
        rotation.down("B");
        rotation.upCold("B");

        assertThat(rotation.counts(1_100)).isEqualTo(Map.of("A", 1_000L, "B", 100L));

        rotation.pool().warm();

        assertThat(rotation.counts(1_200)).isEqualTo(Map.of("A", 1_000L, "B", 200L));
    }

    @Test
    void shares_are_exact_across_threads() throws InterruptedException {
        Rotation rotation = weighing(3, 2, 1);
        Map<String, LongAdder> counts = new ConcurrentHashMap<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> rotation.counts(3_000)
                        .forEach((name, count) -> counts.computeIfAbsent(name, key -> new LongAdder())
                                .add(count))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counts).hasToString("{A=6000, B=4000, C=2000}");
    }

    @Test
    void rounds_too_long_to_keep_are_rounded_and_everybody_keeps_a_turn() {
        int[] weights = IntStream.rangeClosed(1, 500).toArray();
        Rotation rotation = weighing(weights);
        int turns = TurnPlan.row(rotation.pool().snapshot().eligible()).length;
        Map<String, Long> counts = rotation.counts(turns);

        assertThat(turns).isBetween(TurnPlan.LONGEST - 500, TurnPlan.LONGEST + 500);
        assertThat(counts).hasSize(500);
        assertThat(rotation.pool().snapshot().eligible())
                .allSatisfy(member -> assertThat(counts.get(member.name()))
                        .isBetween((long) (0.9 * fair(member)) - 1, (long) (1.1 * fair(member)) + 1));
    }

    private static double fair(Member member) {
        return (double) TurnPlan.LONGEST * member.weight().wanted() / (500 * 501 / 2);
    }
}
