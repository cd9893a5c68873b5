package dev.lbctl.balancer.algorithm;

import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HashConfig;
import java.util.concurrent.ThreadLocalRandom;

/** Name → algorithm. */
public final class Algorithms {

    private Algorithms() {}

    /** One that hashes, if it does, by the client. */
    public static Algorithm create(AlgorithmKind kind) {
        return create(kind, HashConfig.CLIENT);
    }

    public static Algorithm create(AlgorithmKind kind, HashConfig hash) {
        return switch (kind) {
            case ROUND_ROBIN -> new RoundRobin();
            case WEIGHTED -> new Weighted();
            case LEAST_CONNECTIONS -> new LeastConnections();
            case LEAST_RESPONSE_TIME -> new LeastResponseTime();
            case RANDOM -> new AtRandom(ThreadLocalRandom::current);
            case POWER_OF_TWO -> new PowerOfTwo(ThreadLocalRandom::current);
            case IP_HASH -> new IpHash();
            case CONSISTENT_HASH -> new ConsistentHash(HashKey.of(hash));
        };
    }
}
