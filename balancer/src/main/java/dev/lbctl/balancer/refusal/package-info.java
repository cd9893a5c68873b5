/** The answers that are the balancer's own; start at {@link dev.lbctl.balancer.refusal.GatewayError}. */
@NullMarked
package dev.lbctl.balancer.refusal;

import org.jspecify.annotations.NullMarked;
