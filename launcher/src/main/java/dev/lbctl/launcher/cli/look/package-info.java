/** The commands that only look; start at {@link dev.lbctl.launcher.cli.look.LookVerbs}. */
@NullMarked
package dev.lbctl.launcher.cli.look;

import org.jspecify.annotations.NullMarked;
