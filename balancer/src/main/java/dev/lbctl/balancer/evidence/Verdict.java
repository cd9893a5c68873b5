package dev.lbctl.balancer.evidence;

/** What one finished attempt says of its backend; the worse, the later. */
public enum Verdict {
    /** Nothing: the client ended it, or a kept connection had died before it was used again. */
    NONE,
    /** It answered, and not with an error of its own. */
    GOOD,
    /** It is there and failed: an error of its own (5xx), nothing in time, or an answer that broke off. */
    FAILED,
    /** No HTTP came of it. */
    BROKEN,
    /** Nobody listens there. */
    REFUSED
}
