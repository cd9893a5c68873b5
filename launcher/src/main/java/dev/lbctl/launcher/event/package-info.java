/** What happened in the cluster, told by launcher and balancer in one sequence; start at {@link dev.lbctl.launcher.event.EventRing}. */
@NullMarked
package dev.lbctl.launcher.event;

import org.jspecify.annotations.NullMarked;
