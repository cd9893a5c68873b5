package dev.lbctl.balancer;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has others look five times a second what is due: by the wall clock, which may be set anew at any time. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long PERIOD_MS = 200;

    private final List<Runnable> looks;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Ticker::thread);

    /** Has them look from its {@link #start} on. */
    Ticker(Runnable... looks) {
        this.looks = List.of(looks);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look tells of its own failures
    void start() {
        for (Runnable look : looks) {
            timer.scheduleWithFixedDelay(() -> guarded(look), PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
        }
    }

    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException bug) {
            LOG.error("what is due cannot be done", bug);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ticker");
        thread.setDaemon(true);
        return thread;
    }
}
