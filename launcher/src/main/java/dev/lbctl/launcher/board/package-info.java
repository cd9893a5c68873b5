/**
 * What {@code lbctl top} shows and what its keys do, without terminal, clock and cluster: start at {@link
 * dev.lbctl.launcher.board.Model} and {@link dev.lbctl.launcher.board.Update}.
 */
@NullMarked
package dev.lbctl.launcher.board;

import org.jspecify.annotations.NullMarked;
