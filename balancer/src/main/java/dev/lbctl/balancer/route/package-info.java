/** Which pool serves a request; start at {@link dev.lbctl.balancer.route.Router}. */
@NullMarked
package dev.lbctl.balancer.route;

import org.jspecify.annotations.NullMarked;
