/** What the last quarter of an hour looked like; start at {@link dev.lbctl.balancer.history.History}. */
@NullMarked
package dev.lbctl.balancer.history;

import org.jspecify.annotations.NullMarked;
