/** The control plane: what a person or a tool administers the balancer with; start at {@link dev.lbctl.balancer.control.ControlServer}. */
@NullMarked
package dev.lbctl.balancer.control;

import org.jspecify.annotations.NullMarked;
