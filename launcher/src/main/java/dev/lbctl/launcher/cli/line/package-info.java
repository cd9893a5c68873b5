/** What commands have in common: the line that was typed, and options and steps of several; start at {@link dev.lbctl.launcher.cli.line.Invocation}. */
@NullMarked
package dev.lbctl.launcher.cli.line;

import org.jspecify.annotations.NullMarked;
