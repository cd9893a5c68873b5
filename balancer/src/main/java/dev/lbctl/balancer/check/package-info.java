/** Probes over the network; start at {@link dev.lbctl.balancer.check.ProbeLoop}. */
@NullMarked
package dev.lbctl.balancer.check;

import org.jspecify.annotations.NullMarked;
