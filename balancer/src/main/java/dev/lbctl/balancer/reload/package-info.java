/** How the configuration is replaced while the balancer runs; start at {@link dev.lbctl.balancer.reload.Reloader}. */
@NullMarked
package dev.lbctl.balancer.reload;

import org.jspecify.annotations.NullMarked;
