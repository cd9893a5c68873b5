/** What {@code lbctl up} does: the configuration chosen, the launcher run in this terminal; start at {@link dev.lbctl.launcher.up.Foreground}. */
@NullMarked
package dev.lbctl.launcher.up;

import org.jspecify.annotations.NullMarked;
