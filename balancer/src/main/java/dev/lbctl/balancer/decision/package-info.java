/** What explains where an exchange went; start at {@link dev.lbctl.balancer.decision.Decision}. */
@NullMarked
package dev.lbctl.balancer.decision;

import org.jspecify.annotations.NullMarked;
