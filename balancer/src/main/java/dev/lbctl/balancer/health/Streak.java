package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Health;

/**
 * Consecutive results of probes of one kind, the requests that have failed in a row meanwhile, and the health they amount to. The
 * first pass admits an unknown member; a down one needs {@code rise} passes in a row; {@code fall} failures in a row, of probes and
 * requests together, or a conclusive one, take a member down. Requests that do well take back what requests have done, and
 * no more: a member that fails its probes on purpose must go out though it still answers.
 *
 * @param length how many probes of this kind came in a row; 0 before the first
 * @param requests how many requests failed in a row, if no probe has passed since
 */
record Streak(Health health, boolean passing, int length, int requests) {

    static Streak startingAt(Health health) {
        Health probed = health == Health.EJECTED ? Health.UP : health;
        return new Streak(probed, probed == Health.UP, 0, 0);
    }

    Streak passed(int rise) {
        int row = passing ? length + 1 : 1;
        return new Streak(health != Health.DOWN || row >= rise ? Health.UP : Health.DOWN, true, row, 0);
    }

    Streak failed(int fall, boolean conclusive) {
        int row = failedProbes() + 1;
        return new Streak(conclusive || row + requests >= fall ? Health.DOWN : health, false, row, requests);
    }

    /** So many requests have failed in a row now. */
    Streak shaken(int failedRequests, int fall) {
        int probes = failedProbes();
        return health == Health.UP && probes + failedRequests >= fall
                ? new Streak(Health.DOWN, false, probes, failedRequests)
                : new Streak(health, passing, length, failedRequests);
    }

    /** How many probes have failed in a row. */
    int failedProbes() {
        return passing ? 0 : length;
    }
}
