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

    static final Weight ONE = of(1);

    private static final int STEP = 10;

    public Weight {
        if (wanted < 1 || wanted > MAX || percent < STEP || percent > 100) {
            throw new IllegalArgumentException("weight " + wanted + " at " + percent + " %");
        }
    }

    /** All of what is wanted. */
    public static Weight of(int wanted) {
        return new Weight(wanted, 100);
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
        return new Weight(newWanted, percent);
    }

    /** The first tenth of it. */
    Weight cold() {
        return new Weight(wanted, STEP);
    }

    /** A tenth more than now. */
    Weight warmer() {
        return new Weight(wanted, Math.min(100, percent + STEP));
    }

    Weight warm() {
        return of(wanted);
    }
}
