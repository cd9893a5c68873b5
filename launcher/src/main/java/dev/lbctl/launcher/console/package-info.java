/** What commands say and how: start at {@link dev.lbctl.launcher.console.Output}. */
@NullMarked
package dev.lbctl.launcher.console;

import org.jspecify.annotations.NullMarked;
