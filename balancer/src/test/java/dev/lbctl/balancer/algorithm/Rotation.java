package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A pool whose servers are called A, B, C … and are up, and what an algorithm picks from it. */
final class Rotation {
    private final Pool pool;
    private final Selection selection;

    Rotation(Algorithm algorithm, int servers) {
        this(algorithm, IntStream.generate(() -> 1).limit(servers).toArray());
    }

    private Rotation(Algorithm algorithm, int[] weights) {
        Map<Backend, Weight> backends = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            backends.put(new Backend(name(i), "127.0.0.1", 9001 + i), Weight.of(weights[i]));
        }
        this.pool = new Pool("default", backends, event -> {});
        backends.keySet().forEach(backend -> pool.report(backend, Health.UP, "probe passed"));
        this.selection = new Selection(pool, algorithm).begin();
    }

    static Rotation weighing(Algorithm algorithm, int... weights) {
        return new Rotation(algorithm, weights);
    }

    /** A to Z, then AA, AB and so on. */
    private static String name(int i) {
        String last = String.valueOf((char) ('A' + i % 26));
        return i < 26 ? last : name(i / 26 - 1) + last;
    }

    Pool pool() {
        return pool;
    }

    Selection selection() {
        return selection;
    }

    Backend backend(String name) {
        return member(name).backend();
    }

    Load load(String name) {
        return member(name).load();
    }

    void upCold(String name) {
        pool.startSlowly(true);
        pool.report(backend(name), Health.UP, "probe passed");
    }

    void down(String name) {
        pool.report(backend(name), Health.DOWN, "connection refused");
    }

    Member pick(Subject subject) {
        return Objects.requireNonNull(selection.current().pick(subject), "nobody was picked");
    }

    /** The names that {@code times} requests get, each of which ends before the next. */
    String sequence(int times) {
        return picks(times, () -> Asking.ANEW).map(Member::name).collect(Collectors.joining(" "));
    }

    /** How often each was picked. */
    Map<String, Long> counts(int times, Supplier<Subject> subjects) {
        return picks(times, subjects).collect(Collectors.groupingBy(Member::name, TreeMap::new, Collectors.counting()));
    }

    Map<String, Long> counts(int times) {
        return counts(times, () -> Asking.ANEW);
    }

    /** Whom each of the keys belongs to. */
    <K> Map<K, String> owners(Stream<K> keys, Function<K, Subject> subject) {
        return keys.collect(
                Collectors.toMap(key -> key, key -> pick(subject.apply(key)).name()));
    }

    private Stream<Member> picks(int times, Supplier<Subject> subjects) {
        return IntStream.range(0, times).mapToObj(i -> pick(subjects.get()));
    }

    private Member member(String name) {
        return pool.snapshot().member(name).orElseThrow();
    }
}
