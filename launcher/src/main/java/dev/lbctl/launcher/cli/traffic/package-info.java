/** The commands that turn where requests go, and the one that sends some; start at {@link dev.lbctl.launcher.cli.traffic.TrafficVerbs}. */
@NullMarked
package dev.lbctl.launcher.cli.traffic;

import org.jspecify.annotations.NullMarked;
