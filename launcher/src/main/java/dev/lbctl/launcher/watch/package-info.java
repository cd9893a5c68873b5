/** What happens when files change; start at {@link dev.lbctl.launcher.watch.FileWatch}. */
@NullMarked
package dev.lbctl.launcher.watch;

import org.jspecify.annotations.NullMarked;
