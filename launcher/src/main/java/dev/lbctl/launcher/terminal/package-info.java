/** {@code lbctl top} on a terminal: the loop, the screen, the keyboard, and who asks the cluster; start at {@link dev.lbctl.launcher.terminal.Dashboard}. */
@NullMarked
package dev.lbctl.launcher.terminal;

import org.jspecify.annotations.NullMarked;
