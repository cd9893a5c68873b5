/** From a file's sections to the records, part by part, every problem told; start at {@link dev.lbctl.config.read.ConfigReader}. */
@NullMarked
package dev.lbctl.config.read;

import org.jspecify.annotations.NullMarked;
