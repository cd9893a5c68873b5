/** Keeps the nodes of a cluster alive, on one thread; start at {@link dev.lbctl.launcher.supervisor.Supervisor}. */
@NullMarked
package dev.lbctl.launcher.supervisor;

import org.jspecify.annotations.NullMarked;
