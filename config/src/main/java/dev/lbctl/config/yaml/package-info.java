/**
 * YAML text as values with a place in the file, and every problem in it; knows nothing of what an operator may write. Start at
 * {@link dev.lbctl.config.yaml.Section}.
 */
@NullMarked
package dev.lbctl.config.yaml;

import org.jspecify.annotations.NullMarked;
