@NullMarked
package dev.lbctl.backend;

import org.jspecify.annotations.NullMarked;
