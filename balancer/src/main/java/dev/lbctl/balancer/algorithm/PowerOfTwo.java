package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws two different members, the heavier the more often, and takes the one that has less under way for its weight; the first
 * drawn when they are equal (Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, 2001).
 */
final class PowerOfTwo implements Algorithm {
    private final Supplier<RandomGenerator> random;

    /** A draw that asks for the generator to use on the present thread. */
    PowerOfTwo(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.POWER_OF_TWO;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        Turns turns = Turns.of(snapshot.eligible());
        return subject -> pick(turns, subject);
    }

    private @Nullable Member pick(Turns turns, Subject subject) {
        RandomGenerator generator = random.get();
        Member first = turns.draw(subject, null, generator);
        Member second = first == null ? null : turns.draw(subject, first, generator);
        return first != null && second != null && hasLess(second, first) ? second : first;
    }

    /** Compares a/x with b/y as a·y with b·x. */
    private static boolean hasLess(Member a, Member b) {
        long loadOfA = (long) a.load().inFlight() * b.weight().share();
        long loadOfB = (long) b.load().inFlight() * a.weight().share();
        return loadOfA < loadOfB;
    }
}
