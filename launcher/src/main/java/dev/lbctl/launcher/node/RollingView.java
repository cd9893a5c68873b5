package dev.lbctl.launcher.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rolling restart has come.
 *
 * @param running whether it goes on
 * @param restarted the nodes that are back, in order
 * @param left the nodes that are not, the one that is under way among them
 * @param failed the node that did not become ready, at which it ended; null while there is none
 */
public record RollingView(
        boolean running,
        List<String> restarted,
        List<String> left,
        @Nullable NodeView failed) {
    /** Before the first one. */
    public static final RollingView NONE = new RollingView(false, List.of(), List.of(), null);
}
