package dev.lbctl.launcher.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /rolling}: the rolling restart that is under way, or the last one.
 *
 * @param running whether it goes on
 * @param restarted the nodes that are back, in order
 * @param left the nodes that are not
 * @param failed the node that did not become ready, at which it stopped; null when there is none
 */
public record RollingStatus(
        boolean running,
        List<String> restarted,
        List<String> left,
        @Nullable NodeStatus failed) {}
