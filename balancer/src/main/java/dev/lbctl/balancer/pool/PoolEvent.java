package dev.lbctl.balancer.pool;

/**
 * A change of a pool that somebody may want to know of.
 *
 * @param cause why, in words for a person
 */
public record PoolEvent(Kind kind, String pool, Member member, String cause) {

    /** What changed. */
    public enum Kind {
        JOINED,
        LEFT,
        UP,
        DOWN,
        DUTY
    }
}
