/** The domain: who is in a pool and in what state; start at {@link dev.lbctl.balancer.pool.Pool}. */
@NullMarked
package dev.lbctl.balancer.pool;

import org.jspecify.annotations.NullMarked;
