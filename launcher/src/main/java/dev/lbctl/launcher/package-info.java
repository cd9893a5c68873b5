@NullMarked
package dev.lbctl.launcher;

import org.jspecify.annotations.NullMarked;
