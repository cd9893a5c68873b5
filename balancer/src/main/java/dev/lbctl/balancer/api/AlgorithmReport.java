package dev.lbctl.balancer.api;

import java.util.List;

/**
 * {@code GET /algorithm}.
 *
 * @param algorithm of the first pool
 * @param available every algorithm there is
 */
public record AlgorithmReport(String algorithm, List<PoolAlgorithm> pools, List<String> available) {

    /**
     * By which algorithm one pool balances.
     *
     * @param configured the one by configuration, which an operator may have overridden
     */
    public record PoolAlgorithm(String pool, String algorithm, String configured) {}
}
