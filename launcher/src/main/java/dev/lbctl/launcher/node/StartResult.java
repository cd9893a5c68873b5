package dev.lbctl.launcher.node;

import java.util.List;

/** What the start of a cluster came to. */
public sealed interface StartResult {

    /** It serves; a node in it may still have failed. */
    record Started(List<NodeView> nodes) implements StartResult {}

    /**
     * It cannot serve, and nothing of it runs any more.
     *
     * @param node because of which; its reason says why
     * @param lastLines the end of its log
     */
    record Failed(NodeView node, List<String> lastLines) implements StartResult {}

    /** It was told to stop before it served. */
    record Abandoned() implements StartResult {}
}
