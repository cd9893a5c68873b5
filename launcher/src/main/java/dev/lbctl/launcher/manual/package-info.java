/** Man pages made from the commands themselves; start at {@link dev.lbctl.launcher.manual.ManPage}. */
@NullMarked
package dev.lbctl.launcher.manual;

import org.jspecify.annotations.NullMarked;
