package dev.lbctl.balancer.pool;

/**
 * How much a member is to get, compared with the others of its pool.
 *
 * @param wanted 1–1000, what the operator says; to give nothing is what {@link Duty#DRAIN} is for
 * @param percent 10–100, how much of it counts now: less than all while a member that came up warms up
 */
public record Weight(int wanted, int percent) {
    /** The largest that can be wanted. */
    public static final int MAX = 1_000;

    /** The usual one: of many members that have it, none has an object of its own to be touched. */
    static final Weight ONE = new Weight(1, 100);

    private static final int STEP = 10;

    public Weight {
        if (wanted < 1 || wanted > MAX || percent < STEP || percent > 100) {
            throw new IllegalArgumentException("weight " + wanted + " at " + percent + " %");
        }
    }

    /** All of what is wanted. */
    public static Weight of(int wanted) {
        return wanted == 1 ? ONE : new Weight(wanted, 100);
    }

    /** What counts now, in hundredths: 10–100,000. */
    public int share() {
        return wanted * percent;
    }

    boolean isWarming() {
        return percent < 100;
    }

    /** As much of another weight. */
    Weight wanting(int newWanted) {
        return isWarming() ? new Weight(newWanted, percent) : of(newWanted);
    }

    /** The first tenth of it. */
    Weight cold() {
        return new Weight(wanted, STEP);
    }

    /** A tenth more than now. */
    Weight warmer() {
        return percent + STEP < 100 ? new Weight(wanted, percent + STEP) : warm();
    }

    Weight warm() {
        return isWarming() ? of(wanted) : this;
    }
}
