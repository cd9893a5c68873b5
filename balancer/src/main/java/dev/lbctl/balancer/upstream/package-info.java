/** The backends' side: connections kept, lent and given back; start at {@link dev.lbctl.balancer.upstream.Connections}. */
@NullMarked
package dev.lbctl.balancer.upstream;

import org.jspecify.annotations.NullMarked;
