package dev.lbctl.balancer.pool;

/**
 * A change of a pool that somebody may want to know of.
 *
 * @param after the pool with the change made
 * @param member whom it concerns, as it is now, or as it was when it left; of a panic, who brought it about
 * @param cause why, in words for a person
 */
public record PoolEvent(Kind kind, PoolSnapshot after, Member member, String cause) {

    /** Whether it concerns more than one member. */
    public boolean isOfWholePool() {
        return kind == Kind.PANIC || kind == Kind.CALM;
    }

    /** What changed. */
    public enum Kind {
        JOINED,
        LEFT,
        UP,
        DOWN,
        /** Sits out for how it does under traffic. */
        EJECTED,
        /** Sits out no longer. */
        RETURNED,
        DUTY,
        WEIGHT,
        /** From now on all members are used, since so few are fit. */
        PANIC,
        /** Only the fit ones again. */
        CALM;

        static Kind of(Health before, Health after) {
            return switch (after) {
                case UP -> before == Health.EJECTED ? RETURNED : UP;
                case EJECTED -> EJECTED;
                case DOWN, UNKNOWN -> DOWN;
            };
        }
    }
}
