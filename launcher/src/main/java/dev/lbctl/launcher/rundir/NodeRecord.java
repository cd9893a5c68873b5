package dev.lbctl.launcher.rundir;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Identity;

/**
 * {@code nodes/<name>.json}: the process a node was last started as.
 *
 * @param address where it serves
 */
public record NodeRecord(String name, NodeRole role, Address address, Identity process) {

    /** Whether that very process still runs. */
    public boolean lives() {
        return process.find().isPresent();
    }
}
