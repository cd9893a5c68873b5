/** The process that carries traffic; {@code Balancer} builds and connects its parts. */
@NullMarked
package dev.lbctl.balancer;

import org.jspecify.annotations.NullMarked;
