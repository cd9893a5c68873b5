/** The command {@code config} and those below it; start at {@link dev.lbctl.launcher.cli.config.ConfigCommand}. */
@NullMarked
package dev.lbctl.launcher.cli.config;

import org.jspecify.annotations.NullMarked;
