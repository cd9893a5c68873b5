/** How a process logs: Logback, set up without reading a file. Start at {@link dev.lbctl.balancer.logging.StderrLogging}. */
@NullMarked
package dev.lbctl.balancer.logging;

import org.jspecify.annotations.NullMarked;
