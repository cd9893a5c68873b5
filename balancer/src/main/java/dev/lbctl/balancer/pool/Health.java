package dev.lbctl.balancer.pool;

/** What probes and traffic say of a member. Only an up member takes traffic. */
public enum Health {
    /** Not probed yet; the first passed probe admits it. */
    UNKNOWN,
    UP,
    DOWN
}
