/** From the records back to the file that they could have been read from; start at {@link dev.lbctl.config.write.ConfigWriter}. */
@NullMarked
package dev.lbctl.config.write;

import org.jspecify.annotations.NullMarked;
