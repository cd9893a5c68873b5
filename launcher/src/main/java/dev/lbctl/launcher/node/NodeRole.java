package dev.lbctl.launcher.node;

import java.util.Locale;

/** What a node is there for. */
public enum NodeRole {
    BALANCER,
    /** Takes traffic of the balancer's. */
    SERVER,
    /** Takes none, and is merely kept running. */
    WORKER;

    /** The word on the wire, e.g. {@code server}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
