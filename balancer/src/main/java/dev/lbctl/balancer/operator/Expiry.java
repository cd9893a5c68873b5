package dev.lbctl.balancer.operator;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks five times a second whether the time of a duty is over: by the wall clock, which may be set anew at any time. */
public final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final long PERIOD_MS = 200;

    private final Operator operator;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Expiry::thread);

    /** Looks from its {@link #start} on. */
    public Expiry(Operator operator) {
        this.operator = operator;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look tells of its own failures
    public void start() {
        timer.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            operator.expire();
        } catch (RuntimeException bug) {
            LOG.error("cannot end a duty whose time is over", bug);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "expiry");
        thread.setDaemon(true);
        return thread;
    }
}
