package dev.lbctl.config.advice;

import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;

/** How many servers a pool is to have. */
final class Servers {

    private Servers() {}

    static int of(PoolConfig pool) {
        NodeConfig run = pool.run();
        return pool.backends().size() + (run == null ? 0 : run.copies());
    }
}
