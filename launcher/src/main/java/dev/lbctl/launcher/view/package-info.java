/** The board as lines of text for any size of terminal: start at {@link dev.lbctl.launcher.view.View}. */
@NullMarked
package dev.lbctl.launcher.view;

import org.jspecify.annotations.NullMarked;
