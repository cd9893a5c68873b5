/** The commands that begin a cluster, change what it is, and end it; start at {@link dev.lbctl.launcher.cli.cluster.ClusterVerbs}. */
@NullMarked
package dev.lbctl.launcher.cli.cluster;

import org.jspecify.annotations.NullMarked;
