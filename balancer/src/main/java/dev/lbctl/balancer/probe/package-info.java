/** When members are probed, and how often; start at {@link dev.lbctl.balancer.probe.Prober}. */
@NullMarked
package dev.lbctl.balancer.probe;

import org.jspecify.annotations.NullMarked;
