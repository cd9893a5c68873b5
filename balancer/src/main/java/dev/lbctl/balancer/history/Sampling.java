package dev.lbctl.balancer.history;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that takes the samples of a history. */
public final class Sampling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

    private final History history;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Sampling::thread);

    /** Samples from its {@link #start} on. */
    public Sampling(History history) {
        this.history = history;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a sample tells of its own failures
    public void start() {
        long step = History.STEP.toMillis();
        timer.scheduleAtFixedRate(this::sample, step, step, TimeUnit.MILLISECONDS);
    }

    private void sample() {
        try {
            history.sample();
        } catch (RuntimeException bug) {
            LOG.error("cannot take a sample of the history", bug);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "history");
        thread.setDaemon(true);
        return thread;
    }
}
