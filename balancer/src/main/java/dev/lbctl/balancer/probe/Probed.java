package dev.lbctl.balancer.probe;

import dev.lbctl.balancer.evidence.ProbeReport;
import java.time.Duration;
import java.time.Instant;

/**
 * A probe that is over.
 *
 * @param time when it began
 */
public record Probed(Probe.Result result, Instant time, Duration took) {

    public ProbeReport report() {
        return new ProbeReport(time, result instanceof Probe.Result.Passed, result.words(), took);
    }
}
