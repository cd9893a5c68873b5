/** One request's life, from its head to its outcome, without a socket in sight; start at {@link dev.lbctl.balancer.exchange.Exchange}. */
@NullMarked
package dev.lbctl.balancer.exchange;

import org.jspecify.annotations.NullMarked;
