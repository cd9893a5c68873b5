/** Measurements of single parts of the balancer with JMH; bench/pickers builds and runs them. */
@NullMarked
package dev.lbctl.bench;

import org.jspecify.annotations.NullMarked;
