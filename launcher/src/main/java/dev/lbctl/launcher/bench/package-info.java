/** A load generator: many connections over one thread; start at {@link dev.lbctl.launcher.bench.Bench}. */
@NullMarked
package dev.lbctl.launcher.bench;

import org.jspecify.annotations.NullMarked;
