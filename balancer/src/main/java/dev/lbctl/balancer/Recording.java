package dev.lbctl.balancer;

import dev.lbctl.balancer.accesslog.AccessLog;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.Recorder;
import dev.lbctl.balancer.metrics.RequestRecord;

/** Every exchange is counted, and has its line in the access log. */
record Recording(Metrics metrics, AccessLog log) implements Recorder {

    @Override
    public long begin() {
        return metrics.begin();
    }

    @Override
    public void end(RequestRecord request) {
        metrics.end(request);
        log.accept(request);
    }
}
