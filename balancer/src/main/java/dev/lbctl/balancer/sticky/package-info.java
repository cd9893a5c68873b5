/** How a client's requests stay with one member of a pool, by a signed cookie; start at {@link dev.lbctl.balancer.sticky.Sessions}. */
@NullMarked
package dev.lbctl.balancer.sticky;

import org.jspecify.annotations.NullMarked;
