/** What a cluster keeps on disk while it lives: token, configuration, who runs where; start at {@link dev.lbctl.launcher.rundir.RunDirectory}. */
@NullMarked
package dev.lbctl.launcher.rundir;

import org.jspecify.annotations.NullMarked;
