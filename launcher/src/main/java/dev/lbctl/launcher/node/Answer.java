package dev.lbctl.launcher.node;

import java.util.List;

/** What a command to a node came to. */
public sealed interface Answer {

    /** It was carried out, or there was nothing to do; the node's state says how it went. */
    record Done(NodeView node) implements Answer {}

    /** The pool has as many nodes as were asked for; the state of each says how that went. */
    record Scaled(List<NodeView> nodes) implements Answer {}

    /** A rolling restart has begun. */
    record Rolling(RollingView view) implements Answer {}

    /**
     * There is no such thing.
     *
     * @param kind {@code node} or {@code pool}
     */
    record Unknown(String kind, String name, List<String> known) implements Answer {}

    /** Not now: why, and what to do instead. */
    record Refused(String why, String hint) implements Answer {}
}
