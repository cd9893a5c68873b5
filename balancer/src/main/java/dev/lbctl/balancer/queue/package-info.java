/** Where requests wait while every member of their pool is busy; start at {@link dev.lbctl.balancer.queue.WaitingRoom}. */
@NullMarked
package dev.lbctl.balancer.queue;

import org.jspecify.annotations.NullMarked;
