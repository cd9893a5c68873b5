/** The commands for single nodes; start at {@link dev.lbctl.launcher.cli.node.NodeVerbs}. */
@NullMarked
package dev.lbctl.launcher.cli.node;

import org.jspecify.annotations.NullMarked;
