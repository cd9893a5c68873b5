package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.Finished;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A log whose lines wait in a bounded queue for the thread that writes them. */
final class QueuedLog implements AccessLog {
    private static final int CAPACITY = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String TOO_SLOW = "it takes lines too slowly";

    private final Backlog backlog = new Backlog(CAPACITY);
    private final Losses losses;
    private final LineWriter writer;
    private volatile boolean closed;

    private QueuedLog(LineFormat format, Target target, LongSupplier nanos) {
        losses = new Losses(target.name(), nanos);
        writer = new LineWriter(backlog, format, target, losses);
    }

    static QueuedLog begin(LineFormat format, Target target, LongSupplier nanos) {
        QueuedLog log = new QueuedLog(format, target, nanos);
        log.writer.start();
        return log;
    }

    @Override
    public void accept(Finished exchange) {
        if (closed) {
            losses.add(1, "closed");
            return;
        }
        int waiting = backlog.offer(exchange.record());
        if (waiting == Backlog.NO_ROOM) {
            losses.add(1, TOO_SLOW);
        } else if (waiting == CAPACITY / 2) {
            writer.wake();
        }
    }

    @Override
    public long dropped() {
        return losses.total();
    }

    @Override
    public void close() {
        closed = true;
        if (!writer.end(PATIENCE)) {
            losses.add(backlog.clear(), TOO_SLOW);
            losses.tell();
        }
    }
}
