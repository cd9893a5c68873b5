package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Anyone, the heavier the more often. It remembers nothing, so many balancers do it together as well as one. */
final class AtRandom implements Algorithm {
    private final Supplier<RandomGenerator> random;

    /** A draw that asks for the generator to use on the present thread. */
    AtRandom(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.RANDOM;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        Turns turns = Turns.of(snapshot.eligible());
        return subject -> turns.draw(subject, null, random.get());
    }
}
