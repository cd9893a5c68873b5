/** The launcher's management API: its wire records and the server; start at {@link dev.lbctl.launcher.management.ClusterStatus}. */
@NullMarked
package dev.lbctl.launcher.management;

import org.jspecify.annotations.NullMarked;
