package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.FaultStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.console.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A node and the backend of the same name; one of the two may be missing, never both.
 *
 * @param id what tells it from every other row
 * @param traffic null when nothing is known of it
 * @param usage what its process takes of the machine; null when that is not known
 */
public record Row(
        String id,
        @Nullable NodeStatus node,
        @Nullable BackendStatus backend,
        @Nullable Traffic traffic,
        @Nullable Usage usage) {

    /** What a person calls it. */
    public String name() {
        if (node != null) {
            return node.name();
        }
        return backend == null ? id : backend.name();
    }

    public String address() {
        if (node != null) {
            return node.address();
        }
        return backend == null ? "" : backend.url();
    }

    /** Why it is in its state: what the balancer says while its process runs, else what the launcher says. */
    public String reason() {
        if (node == null) {
            return backend == null ? "" : backend.reason();
        }
        FaultStatus fault = node.fault();
        if (fault != null && fault.secondsLeft() > 0) {
            return fault.sentence();
        }
        return backend != null && node.state().equals("ready") ? backend.reason() : node.reason();
    }
}
