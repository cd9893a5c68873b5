/** The pieces that the screen of {@code lbctl top} is made of: tables, lists and graphs; start at {@link dev.lbctl.launcher.panel.Members}. */
@NullMarked
package dev.lbctl.launcher.panel;

import org.jspecify.annotations.NullMarked;
