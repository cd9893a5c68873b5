/** The nodes that a configuration asks for, with all they need to run; start at {@link dev.lbctl.launcher.spec.NodeSpecs}. */
@NullMarked
package dev.lbctl.launcher.spec;

import org.jspecify.annotations.NullMarked;
