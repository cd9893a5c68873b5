package dev.lbctl.balancer.probe;

import java.time.Duration;

/**
 * When the first probes of members that begin together are: a hundred at once, and what is more evenly over the interval, but
 * over two seconds at most, since traffic waits for the first results. Pure.
 *
 * @param count how many begin together
 */
public record Spread(int count, Duration interval) {
    private static final int AT_ONCE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /**
     * How long one of them waits.
     *
     * @param index 0 to {@code count} - 1
     */
    public Duration delay(int index) {
        if (index < AT_ONCE) {
            return Duration.ZERO;
        }
        Duration span = interval.compareTo(LONGEST) < 0 ? interval : LONGEST;
        return span.multipliedBy(index - AT_ONCE + 1L).dividedBy(count - AT_ONCE);
    }
}
