package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Health;

/**
 * Consecutive results of one kind, and the health they amount to. The first pass admits an unknown member; a down one needs
 * {@code rise} passes in a row; {@code fall} failures in a row, or a conclusive one, take a member down.
 *
 * @param length how many results of this kind came in a row; 0 before the first
 */
record Streak(Health health, boolean passing, int length) {

    static Streak startingAt(Health health) {
        return new Streak(health, health == Health.UP, 0);
    }

    Streak passed(int rise) {
        int row = passing ? length + 1 : 1;
        return new Streak(health != Health.DOWN || row >= rise ? Health.UP : Health.DOWN, true, row);
    }

    Streak failed(int fall, boolean conclusive) {
        int row = passing ? 1 : length + 1;
        return new Streak(conclusive || row >= fall ? Health.DOWN : health, false, row);
    }
}
