/** Finds out which members can take traffic, by active probes; start at {@link dev.lbctl.balancer.health.HealthChecker}. */
@NullMarked
package dev.lbctl.balancer.health;

import org.jspecify.annotations.NullMarked;
