/** The wire: what the balancer's admin API sends and takes, as records; start at {@link dev.lbctl.balancer.api.StatusReport}. */
@NullMarked
package dev.lbctl.balancer.api;

import org.jspecify.annotations.NullMarked;
