/** What an operator changes while the balancer runs, and how it outlives a restart; start at {@link dev.lbctl.balancer.operator.Operator}. */
@NullMarked
package dev.lbctl.balancer.operator;

import org.jspecify.annotations.NullMarked;
