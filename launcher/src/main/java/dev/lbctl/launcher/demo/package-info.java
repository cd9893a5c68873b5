/** What {@code lbctl demo} shows and how it tells it; start at {@link dev.lbctl.launcher.demo.Tour}, the scenes are in {@code Scenes}. */
@NullMarked
package dev.lbctl.launcher.demo;

import org.jspecify.annotations.NullMarked;
