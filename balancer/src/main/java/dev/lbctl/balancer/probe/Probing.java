package dev.lbctl.balancer.probe;

import dev.lbctl.config.HealthConfig;

/**
 * How the members of one pool are probed.
 *
 * @param gate what the probes of all pools pass
 */
public record Probing(Probes probes, HealthConfig config, Pace pace, Gate gate) {

    /** The same in another way. */
    public Probing with(HealthConfig next) {
        return new Probing(probes, next, pace, gate);
    }
}
