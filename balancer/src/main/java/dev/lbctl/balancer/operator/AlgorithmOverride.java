package dev.lbctl.balancer.operator;

import dev.lbctl.config.AlgorithmKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By which algorithm an operator has a pool balance.
 *
 * @param configured the one by configuration when it was said
 */
record AlgorithmOverride(String pool, AlgorithmKind configured, AlgorithmKind algorithm) {

    AlgorithmOverride {
        Objects.requireNonNull(pool);
        Objects.requireNonNull(configured);
        Objects.requireNonNull(algorithm);
    }

    boolean isNone() {
        return algorithm == configured;
    }

    /** What has changed of the pool since this was said; null when nothing has. */
    @Nullable
    String misfit(AlgorithmKind configuredNow) {
        return configured == configuredNow
                ? null
                : "its configured algorithm is " + configuredNow.key() + " now, and was " + configured.key();
    }
}
