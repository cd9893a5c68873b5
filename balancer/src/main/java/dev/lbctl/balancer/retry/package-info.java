/** How attempts end and whether they may be repeated; start at {@link dev.lbctl.balancer.retry.RetryRule}. */
@NullMarked
package dev.lbctl.balancer.retry;

import org.jspecify.annotations.NullMarked;
