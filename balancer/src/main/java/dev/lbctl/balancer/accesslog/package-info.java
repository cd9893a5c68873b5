/** One line about every exchange, written where it can hold up nobody; start at {@link dev.lbctl.balancer.accesslog.AccessLog}. */
@NullMarked
package dev.lbctl.balancer.accesslog;

import org.jspecify.annotations.NullMarked;
