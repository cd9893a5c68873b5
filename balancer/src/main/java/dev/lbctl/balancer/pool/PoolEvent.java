package dev.lbctl.balancer.pool;

/**
 * A change of a pool that somebody may want to know of.
 *
 * @param after the pool with the change made
 * @param member whom it concerns, as it is now, or as it was when it left
 * @param cause why, in words for a person
 */
public record PoolEvent(Kind kind, PoolSnapshot after, Member member, String cause) {

    /** What changed. */
    public enum Kind {
        JOINED,
        LEFT,
        UP,
        DOWN,
        DUTY,
        WEIGHT
    }
}
