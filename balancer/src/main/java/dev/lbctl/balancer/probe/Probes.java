package dev.lbctl.balancer.probe;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.config.HealthConfig;

/** Makes the probes of backends. */
public interface Probes {

    Probe of(HealthConfig config, Backend backend);

    /** Ends all of them, and whatever they run on. */
    void stop();
}
