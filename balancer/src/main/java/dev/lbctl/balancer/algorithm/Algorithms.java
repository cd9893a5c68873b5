package dev.lbctl.balancer.algorithm;

import dev.lbctl.config.AlgorithmKind;

/** Name → algorithm. */
public final class Algorithms {

    private Algorithms() {}

    public static Algorithm create(AlgorithmKind kind) {
        return switch (kind) {
            case ROUND_ROBIN -> new RoundRobin();
        };
    }
}
