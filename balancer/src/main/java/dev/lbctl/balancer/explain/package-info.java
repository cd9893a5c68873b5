/** Why a request went where it went, and where one would go; start at {@link dev.lbctl.balancer.explain.Explainer}. */
@NullMarked
package dev.lbctl.balancer.explain;

import org.jspecify.annotations.NullMarked;
