package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.RequestRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns what waits into lines and writes them, many at once. Its thread looks twenty times a second of itself: to wake it for
 * every line would cost an event loop more than all the rest.
 */
final class LineWriter {
    private static final int BATCH_CHARS = 64 * 1024;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Backlog backlog;
    private final LineFormat format;
    private final Target target;
    private final Losses losses;
    private final Thread thread = new Thread(this::run, "access-log");
    private volatile boolean ending;

    LineWriter(Backlog backlog, LineFormat format, Target target, Losses losses) {
        this.backlog = backlog;
        this.format = format;
        this.target = target;
        this.losses = losses;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks now. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Writes what waits and ends. Answers whether that was done within {@code patience}. */
    boolean end(Duration patience) {
        ending = true;
        wake();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        StringBuilder lines = new StringBuilder(BATCH_CHARS);
        write(lines); // Nothing yet, but a target that cannot be opened is told of at once.
        while (!ending || !backlog.isEmpty()) {
            if (backlog.isEmpty()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                write(lines);
            }
            losses.tellIfDue();
        }
        target.close();
        losses.tell();
    }

    /** Writes what waits, as far as it fits into a batch. */
    private void write(StringBuilder lines) {
        int count = 0;
        lines.setLength(0);
        try {
            while (lines.length() < BATCH_CHARS) {
                RequestRecord request = backlog.poll();
                if (request == null) {
                    break;
                }
                count++;
                format.append(request, lines);
            }
            target.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException e) { // Whatever befell these lines, the next ones are tried.
            losses.add(count, e.toString());
        }
    }
}
