/** The configuration file: read into records or into every problem it has, and written; start at {@link dev.lbctl.config.file.ConfigFile}. */
@NullMarked
package dev.lbctl.config.file;

import org.jspecify.annotations.NullMarked;
