/** Who of a pool is gone and comes back; start at {@link dev.lbctl.balancer.absence.Absences}. */
@NullMarked
package dev.lbctl.balancer.absence;

import org.jspecify.annotations.NullMarked;
