/** What probes and traffic have found out about a backend; start at {@link dev.lbctl.balancer.evidence.Evidence}. */
@NullMarked
package dev.lbctl.balancer.evidence;

import org.jspecify.annotations.NullMarked;
