package dev.lbctl.launcher.rundir;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.process.Identity;

/** {@code cluster.json}: whose cluster this is and where it listens. */
public record ClusterRecord(String cluster, Identity launcher, Address listener, Address admin, Address management) {

    /** Whether the launcher that wrote this still runs. */
    public boolean launcherLives() {
        return launcher.find().isPresent();
    }
}
