/** The wire: what the management API sends, as records; start at {@link dev.lbctl.launcher.api.ClusterStatus}. */
@NullMarked
package dev.lbctl.launcher.api;

import org.jspecify.annotations.NullMarked;
