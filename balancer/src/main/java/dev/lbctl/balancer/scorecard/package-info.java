/** What each absence of a backend cost; start at {@link dev.lbctl.balancer.scorecard.Scorecards}. */
@NullMarked
package dev.lbctl.balancer.scorecard;

import org.jspecify.annotations.NullMarked;
