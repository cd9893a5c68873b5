/** Where hosts are that are known by a name; start at {@link dev.lbctl.balancer.names.Names}. */
@NullMarked
package dev.lbctl.balancer.names;

import org.jspecify.annotations.NullMarked;
