/** What happened, in sentences and in order, for whoever listens; start at {@link dev.lbctl.balancer.event.EventLog}. */
@NullMarked
package dev.lbctl.balancer.event;

import org.jspecify.annotations.NullMarked;
