package dev.lbctl.config;

import java.time.Duration;

/**
 * How a pool's members are probed, and how many results in a row decide.
 *
 * @param probe one check; its keys stand directly in {@code health}
 * @param interval between two probes of a member, ±10 % jitter
 * @param downInterval the same while the member is unknown or down
 * @param timeout for one probe as a whole
 * @param rise passes in a row that bring a down member up, ≥ 1
 * @param fall failures in a row that take an up member down, ≥ 1
 */
public record HealthConfig(
        ProbeConfig probe, Duration interval, Duration downInterval, Duration timeout, int rise, int fall) {

    public HealthConfig with(ProbeConfig newProbe) {
        return new HealthConfig(newProbe, interval, downInterval, timeout, rise, fall);
    }
}
