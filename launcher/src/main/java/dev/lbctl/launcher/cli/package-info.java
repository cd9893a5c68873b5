/** The command a person types; its verbs, one class for each, are in the packages below. Start at {@link dev.lbctl.launcher.cli.Lbctl}. */
@NullMarked
package dev.lbctl.launcher.cli;

import org.jspecify.annotations.NullMarked;
