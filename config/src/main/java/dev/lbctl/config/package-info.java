/** Everything an operator may write, as records; start at {@link dev.lbctl.config.LbConfig}. */
@NullMarked
package dev.lbctl.config;

import org.jspecify.annotations.NullMarked;
