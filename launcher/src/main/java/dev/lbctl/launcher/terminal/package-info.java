/** {@code lbctl top}: the cluster live in a terminal, model → update → view; start at {@link dev.lbctl.launcher.terminal.Dashboard}. */
@NullMarked
package dev.lbctl.launcher.terminal;

import org.jspecify.annotations.NullMarked;
