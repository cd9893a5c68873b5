package dev.lbctl.launcher.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node at one moment.
 *
 * @param pid null while no process runs, as is {@code since}, the process's start
 * @param crashes how often it ended unasked
 * @param fault how it misbehaves on purpose; null when it does not
 * @param reason why it is in this state, in words for a person
 */
public record NodeView(
        NodeSpec spec,
        NodeState state,
        String reason,
        @Nullable Long pid,
        @Nullable Instant since,
        int crashes,
        @Nullable Fault fault) {

    public String name() {
        return spec.name();
    }
}
