/** Processes and ports of this machine: spawn, recognise, signal, who holds what; start at {@link dev.lbctl.launcher.process.Child}. */
@NullMarked
package dev.lbctl.launcher.process;

import org.jspecify.annotations.NullMarked;
