/** What every server has in common that a person or a tool administers; start at {@link dev.lbctl.balancer.surface.ControlSurface}. */
@NullMarked
package dev.lbctl.balancer.surface;

import org.jspecify.annotations.NullMarked;
