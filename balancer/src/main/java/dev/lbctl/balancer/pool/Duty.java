package dev.lbctl.balancer.pool;

/** What the operator wants of a member. */
public enum Duty {
    READY,
    /** Finishes what it has; gets nothing new. */
    DRAIN,
    /** Gets neither traffic nor probes. */
    MAINT
}
