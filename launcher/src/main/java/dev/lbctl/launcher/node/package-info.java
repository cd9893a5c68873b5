/** One supervised process as values and pure rules: what it is, its state, when it is restarted; start at {@link dev.lbctl.launcher.node.NodeState}. */
@NullMarked
package dev.lbctl.launcher.node;

import org.jspecify.annotations.NullMarked;
