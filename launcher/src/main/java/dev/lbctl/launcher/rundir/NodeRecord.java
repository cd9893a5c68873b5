package dev.lbctl.launcher.rundir;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Identity;
import org.jspecify.annotations.Nullable;

/**
 * {@code nodes/<name>.json}: the process a node was last started as.
 *
 * @param address where it serves
 * @param program the digest of what it runs; null when that is not known
 */
public record NodeRecord(
        String name,
        NodeRole role,
        Address address,
        Identity process,
        @Nullable String program) {

    /** One of which it is not known what it runs. */
    public NodeRecord(String name, NodeRole role, Address address, Identity process) {
        this(name, role, address, process, null);
    }

    /** Whether that very process still runs. */
    public boolean lives() {
        return process.find().isPresent();
    }
}
