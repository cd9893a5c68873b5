/** What a person reads in a terminal: tones, figures, tables; start at {@link dev.lbctl.launcher.text.Look}. */
@NullMarked
package dev.lbctl.launcher.text;

import org.jspecify.annotations.NullMarked;
