/** Which member gets a request; start at {@link dev.lbctl.balancer.algorithm.Algorithm}. */
@NullMarked
package dev.lbctl.balancer.algorithm;

import org.jspecify.annotations.NullMarked;
