/** A cluster from its configuration to running nodes; start at {@link dev.lbctl.launcher.Launcher}. */
@NullMarked
package dev.lbctl.launcher;

import org.jspecify.annotations.NullMarked;
