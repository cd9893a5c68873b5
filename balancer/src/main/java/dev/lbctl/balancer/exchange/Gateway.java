package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.metrics.Recorder;
import dev.lbctl.balancer.route.Router;
import java.time.InstantSource;

/** What every exchange works with, whichever event loop it lives on. */
public record Gateway(Router router, Recorder recorder, OutcomeObserver observer, InstantSource clock) {}
