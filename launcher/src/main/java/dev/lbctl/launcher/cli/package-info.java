/** The command a person types, one class for each verb; start at {@link dev.lbctl.launcher.cli.Lbctl}. */
@NullMarked
package dev.lbctl.launcher.cli;

import org.jspecify.annotations.NullMarked;
