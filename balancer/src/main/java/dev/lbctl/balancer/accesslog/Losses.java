package dev.lbctl.balancer.accesslog;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that were lost. Counted by any thread; told by the writer's, since telling may block too. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final String name;
    private final LongAdder lost = new LongAdder();
    private final Pause silence;
    private volatile String reason = "";
    private volatile boolean untold;

    /** None yet, of the log that a person knows by {@code name}. */
    Losses(String name, LongSupplier nanos) {
        this.name = name;
        silence = new Pause(Duration.ofMinutes(1), nanos);
    }

    /** Notes what went wrong, even if it cost no line. */
    void add(long lines, String why) {
        lost.add(lines);
        reason = why;
        untold = true;
    }

    long total() {
        return lost.sum();
    }

    /** Says what is new, at most once a minute. */
    void tellIfDue() {
        if (untold && silence.isOver()) {
            silence.begin();
            tell();
        }
    }

    /** Says what is new. */
    void tell() {
        if (untold) {
            untold = false;
            LOG.warn("access log {}: {} (lines lost up to now: {})", name, reason, total());
        }
    }
}
