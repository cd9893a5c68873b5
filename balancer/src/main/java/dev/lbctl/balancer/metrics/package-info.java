/** What happened, counted; start at {@link dev.lbctl.balancer.metrics.Metrics}. */
@NullMarked
package dev.lbctl.balancer.metrics;

import org.jspecify.annotations.NullMarked;
