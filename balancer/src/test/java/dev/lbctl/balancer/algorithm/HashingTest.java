package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Load;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two algorithms that give a key to the member it belongs to. */
class HashingTest {
    private static final int KEYS = 20_000;

    static Stream<Algorithm> hashing() {
        return Stream.of(new IpHash(), new ConsistentHash(HashKey.client()));
    }

    private static Map<Integer, String> owners(Rotation rotation) {
        return rotation.owners(
                IntStream.range(0, KEYS).boxed(), key -> Asking.from("10.1." + key / 256 + "." + key % 256));
    }

    /** The keys that have another owner, from whom and to whom. */
    private static List<String> moves(Map<Integer, String> before, Map<Integer, String> after) {
        return before.entrySet().stream()
                .filter(key -> !key.getValue().equals(after.get(key.getKey())))
                .map(key -> key.getValue() + ">" + after.get(key.getKey()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void a_client_goes_to_the_same_member_each_time_and_also_by_another_balancer(Algorithm algorithm) {
        Map<Integer, String> owners = owners(new Rotation(algorithm, 10));

        assertThat(owners(new Rotation(new IpHash(), 10))).isEqualTo(owners);
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void each_of_ten_gets_about_a_tenth(Algorithm algorithm) {
        Map<String, Long> counts = owners(new Rotation(algorithm, 10)).values().stream()
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(counts).hasSize(10);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1_500L, 2_500L));
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void when_one_of_ten_goes_only_its_keys_move_and_they_come_back_with_it(Algorithm algorithm) {
        Rotation rotation = new Rotation(algorithm, 10);
        Map<Integer, String> before = owners(rotation);
        rotation.down("D");
        List<String> moves = moves(before, owners(rotation));

        assertThat(moves).allMatch(move -> move.startsWith("D>")).doesNotContain("D>D");
        assertThat(moves.size()).isBetween(KEYS * 7 / 100, KEYS * 13 / 100);

        rotation.pool().report(rotation.backend("D"), Health.UP, "probe passed");

        assertThat(owners(rotation)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void when_an_eleventh_joins_only_its_keys_move_and_they_come_from_all(Algorithm algorithm) {
        Rotation rotation = new Rotation(algorithm, 10);
        Map<Integer, String> before = owners(rotation);
        Backend eleventh = new Backend("K", "127.0.0.1", 9_999);
        rotation.pool().join(eleventh);
        rotation.pool().report(eleventh, Health.UP, "probe passed");
        List<String> moves = moves(before, owners(rotation));

        assertThat(moves).allMatch(move -> move.endsWith(">K"));
        assertThat(moves.size()).isBetween(KEYS * 6 / 100, KEYS * 12 / 100);
        assertThat(moves.stream().distinct()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void weights_are_kept_and_when_one_grows_keys_move_only_to_it(Algorithm algorithm) {
        Rotation rotation = Rotation.weighing(algorithm, 2, 2, 2, 2);
        Map<Integer, String> before = owners(rotation);
        rotation.pool().weigh("A", 3, "because");
        List<String> moves = moves(before, owners(rotation));

        assertThat(moves).allMatch(move -> move.endsWith(">A"));
        assertThat(moves.size()).isBetween(KEYS * 4 / 100, KEYS * 12 / 100);
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void a_cold_member_gets_its_keys_back_a_tenth_at_a_time(Algorithm algorithm) {
        Rotation rotation = new Rotation(algorithm, 4);
        Map<Integer, String> whole = owners(rotation);
        long own = whole.values().stream().filter("A"::equals).count();
        rotation.down("A");
        Map<Integer, String> before = owners(rotation);
        rotation.upCold("A");
        List<String> first = moves(before, owners(rotation));

        assertThat(first).allMatch(move -> move.endsWith(">A"));
        assertThat((long) first.size()).isBetween(own * 5 / 100, own * 20 / 100);

        for (int step = 0; step < 9; step++) {
            rotation.pool().warm();
        }
        assertThat(owners(rotation)).isEqualTo(whole);
    }

    @Test
    void a_key_goes_on_to_the_next_while_its_member_has_a_quarter_more_than_its_part() {
        Rotation rotation = new Rotation(new ConsistentHash(HashKey.client()), 10);
        IntFunction<Load> hot =
                request -> rotation.pick(Asking.from("10.9.9.9")).load();
        for (int request = 0; request < 1_000; request++) {
            hot.apply(request).begin();
            double underWay = request + 1.0;

            assertThat(rotation.pool().snapshot().members())
                    .allSatisfy(member -> assertThat(member.load().inFlight())
                            .isLessThanOrEqualTo((int) Math.ceil(1.25 * underWay / 10)));
        }
        long used = rotation.pool().snapshot().members().stream()
                .filter(member -> member.load().inFlight() > 0)
                .count();

        assertThat(used).as("eight with 125 each hold a thousand").isBetween(8L, 9L);
    }

    @Test
    void the_bound_goes_by_weight() {
        Rotation rotation = Rotation.weighing(new ConsistentHash(HashKey.client()), 3, 1);
        for (int request = 0; request < 400; request++) {
            rotation.pick(Asking.from("10.9.9." + request % 256)).load().begin();
        }

        assertThat(rotation.load("A").inFlight()).isLessThanOrEqualTo(375);
        assertThat(rotation.load("B").inFlight()).isLessThanOrEqualTo(125);
    }

    @Test
    void a_client_that_came_alone_keeps_its_member_whatever_it_has_under_way() {
        Rotation rotation = new Rotation(new IpHash(), 10);

        assertThat(rotation.counts(100, () -> {
                    Asking client = Asking.from("10.9.9.9");
                    rotation.pick(client).load().begin();
                    return client;
                }))
                .hasSize(1);
    }
}
