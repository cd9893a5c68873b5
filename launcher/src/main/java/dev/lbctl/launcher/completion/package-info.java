/** Scripts with which a shell completes what is typed; start at {@link dev.lbctl.launcher.completion.Grammar}. */
@NullMarked
package dev.lbctl.launcher.completion;

import org.jspecify.annotations.NullMarked;
