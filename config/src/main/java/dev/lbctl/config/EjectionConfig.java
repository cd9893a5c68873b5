package dev.lbctl.config;

import java.time.Duration;

/**
 * When a member that probes find well sits out for how it does under traffic.
 *
 * @param consecutive failed requests in a row that are too many; 0 means that a row does not matter
 * @param failureRate failed requests in percent that are too many, 1–100; 0 means that the rate does not matter
 * @param minimumRequests how many a window must have for its rate to count, ≥ 1
 * @param window how far back the rate looks
 * @param time how long a member sits out the first time; the nth time, n times that
 * @param maxTime the longest, at least {@code time}
 */
public record EjectionConfig(
        boolean enabled,
        int consecutive,
        int failureRate,
        int minimumRequests,
        Duration window,
        Duration time,
        Duration maxTime) {}
