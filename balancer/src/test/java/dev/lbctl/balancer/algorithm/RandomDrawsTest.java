package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two algorithms that draw. */
class RandomDrawsTest {
    private static final int PICKS = 60_000;
    private static final long FIVE_SIGMA = 600;

    static Stream<Algorithm> drawing() {
        return Stream.<Function<Supplier<RandomGenerator>, Algorithm>>of(AtRandom::new, PowerOfTwo::new)
                .map(algorithm -> {
                    SplittableRandom random = new SplittableRandom(7);
                    return algorithm.apply(() -> random);
                });
    }

    @ParameterizedTest
    @MethodSource("drawing")
    void idle_members_are_picked_as_often_as_their_weights_say(Algorithm algorithm) {
        assertShares(Rotation.weighing(algorithm, 3, 2, 1).counts(PICKS), 30_000, 20_000, 10_000);
    }

    @ParameterizedTest
    @MethodSource("drawing")
    void the_others_share_by_weight_what_a_member_that_is_down_would_have_got(Algorithm algorithm) {
        Rotation rotation = Rotation.weighing(algorithm, 3, 3, 2, 1);
        rotation.down("A");
        Map<String, Long> counts = rotation.counts(PICKS);

        assertThat(counts).doesNotContainKey("A");
        assertThat(counts.get("B")).isCloseTo(30_000L, within(FIVE_SIGMA));
    }

    @ParameterizedTest
    @MethodSource("drawing")
    void the_others_share_by_weight_what_a_request_does_not_want_of_a_heavy_one(Algorithm algorithm) {
        Rotation rotation = Rotation.weighing(algorithm, 1_000, 3, 2, 1);
        Asking notA = new Asking(List.of(rotation.backend("A")));
        Map<String, Long> counts = rotation.counts(PICKS, () -> notA);

        assertThat(counts).doesNotContainKey("A");
        assertThat(counts.get("B")).isCloseTo(30_000L, within(FIVE_SIGMA));
    }

    @ParameterizedTest
    @MethodSource("drawing")
    void a_cold_member_is_drawn_for_a_tenth_of_its_weight(Algorithm algorithm) {
        Rotation rotation = Rotation.weighing(algorithm, 5, 10);
        rotation.down("B");
        rotation.upCold("B");

        assertShares(rotation.counts(PICKS), 50_000, 10_000);
    }

    @Test
    void of_two_drawn_the_one_with_less_under_way_for_its_weight_wins() {
        SplittableRandom random = new SplittableRandom(7);
        Rotation rotation = Rotation.weighing(new PowerOfTwo(() -> random), 4, 1);
        rotation.load("A").begin();
        rotation.load("A").begin();
        rotation.load("A").begin();
        rotation.load("B").begin();

        assertThat(rotation.counts(1_000)).isEqualTo(Map.of("A", 1_000L));

        rotation.load("A").begin();
        rotation.load("A").begin();

        assertThat(rotation.counts(1_000)).isEqualTo(Map.of("B", 1_000L));
    }

    @Test
    void the_two_drawn_are_never_the_same_so_the_busiest_gets_nothing() {
        SplittableRandom random = new SplittableRandom(7);
        Rotation rotation = Rotation.weighing(new PowerOfTwo(() -> random), 1_000, 1, 1);
        for (int i = 0; i < 2_000; i++) {
            rotation.load("A").begin();
        }

        assertThat(rotation.counts(1_000)).doesNotContainKey("A");
    }

    private static void assertShares(Map<String, Long> counts, long... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(counts.get(String.valueOf((char) ('A' + i)))).isCloseTo(expected[i], within(FIVE_SIGMA));
        }
    }
}
