/** The launcher's management API; start at {@link dev.lbctl.launcher.management.ManagementServer}. */
@NullMarked
package dev.lbctl.launcher.management;

import org.jspecify.annotations.NullMarked;
