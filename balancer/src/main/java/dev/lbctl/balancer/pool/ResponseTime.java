package dev.lbctl.balancer.pool;

/**
 * How long a backend took to its first byte of late: a mean in which an answer counts the less the longer ago it was, by
 * e⁻¹ for each {@link #TIME_CONSTANT_NANOS}.
 *
 * @param meanNanos the mean when the last answer came
 * @param at when that was, on the clock that the answers are told by
 */
public record ResponseTime(double meanNanos, long at) {
    /** Ten seconds. */
    public static final double TIME_CONSTANT_NANOS = 10e9;

    /** With one more answer; it replaces as much of the mean as has faded since the last one. */
    ResponseTime after(long nanos, long now) {
        double kept = Math.exp(-Math.max(0, now - at) / TIME_CONSTANT_NANOS);
        return new ResponseTime(kept * meanNanos + (1 - kept) * nanos, Math.max(now, at));
    }
}
