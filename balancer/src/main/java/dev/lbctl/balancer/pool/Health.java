package dev.lbctl.balancer.pool;

/** What probes and traffic say of a member. Only an up member takes traffic, unless its pool is in panic. */
public enum Health {
    /** Not probed yet; the first passed probe admits it. */
    UNKNOWN,
    UP,
    DOWN,
    /** Its probes pass, but it sits out for a while for how it did under traffic. */
    EJECTED
}
