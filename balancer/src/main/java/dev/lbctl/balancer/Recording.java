package dev.lbctl.balancer;

import dev.lbctl.balancer.accesslog.AccessLog;
import dev.lbctl.balancer.metrics.Finished;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.Recorder;
import dev.lbctl.balancer.scorecard.Scorecards;
import dev.lbctl.config.AccessLogConfig;
import java.util.concurrent.atomic.AtomicLong;

/** Every exchange is counted, has its line in the access log, and what failed goes onto a card. Any thread. */
final class Recording implements Recorder {
    private final Metrics metrics;
    private final Scorecards scorecards;
    private final AtomicLong droppedBefore = new AtomicLong();
    private volatile AccessLogConfig config;
    private volatile AccessLog log;

    Recording(Metrics metrics, Scorecards scorecards, AccessLogConfig config) {
        this.metrics = metrics;
        this.scorecards = scorecards;
        this.config = config;
        this.log = AccessLog.open(config);
    }

    @Override
    public long begin() {
        return metrics.begin();
    }

    @Override
    public void end(Finished exchange) {
        metrics.end(exchange);
        log.accept(exchange);
        scorecards.ended(exchange);
    }

    /**
     * Writes another log from now on, if it is another.
     *
     * @param settle waits until nobody is at the old one any more
     */
    void take(AccessLogConfig next, Runnable settle) {
        if (!next.equals(config)) {
            AccessLog old = log;
            log = AccessLog.open(next);
            config = next;
            settle.run();
            old.close();
            droppedBefore.addAndGet(old.dropped());
        }
    }

    /** How many lines were lost. */
    long dropped() {
        return droppedBefore.get() + log.dropped();
    }

    void close() {
        log.close();
    }
}
