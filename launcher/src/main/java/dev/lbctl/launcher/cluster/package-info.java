/** A cluster as the commands find it, running or not; start at {@link dev.lbctl.launcher.cluster.Cluster}. */
@NullMarked
package dev.lbctl.launcher.cluster;

import org.jspecify.annotations.NullMarked;
