package dev.lbctl.launcher.node;

import java.util.Locale;

/** Where a node is in its life, and where it may go from there. */
public enum NodeState {
    /** No process, and none wanted. */
    STOPPED,
    /** A process runs; its health path does not answer yet. */
    STARTING,
    /** The health path answered. */
    READY,
    /** A person asked it to end; it finishes what it has. */
    STOPPING,
    /** It ended unasked; it is started again after a while. */
    CRASHED,
    /** It could not even be started; only a person's start brings it back. */
    FAILED;

    /** Whether a node may go from this state to the other. */
    public boolean canBecome(NodeState next) {
        return switch (this) {
            case STOPPED, FAILED -> next == STARTING || next == STOPPED;
            case STARTING -> next != STARTING;
            case READY -> next == STOPPING || next == STOPPED || next == CRASHED;
            case STOPPING -> next == STOPPED;
            case CRASHED -> next == STARTING || next == STOPPED;
        };
    }

    /** Whether a process is there. */
    public boolean isRunning() {
        return this == STARTING || this == READY || this == STOPPING;
    }

    /** The word on the wire, e.g. {@code starting}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
