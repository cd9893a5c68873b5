/** Another configuration for a cluster that runs, as a whole or not at all; start at {@link dev.lbctl.launcher.reload.Reload}. */
@NullMarked
package dev.lbctl.launcher.reload;

import org.jspecify.annotations.NullMarked;
