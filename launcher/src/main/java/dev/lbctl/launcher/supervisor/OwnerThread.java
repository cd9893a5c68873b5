package dev.lbctl.launcher.supervisor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns all supervisor state. Exits, timers, commands and answers are events on its queue. */
final class OwnerThread {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerThread.class);

    private final ScheduledThreadPoolExecutor queue = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    void run(Runnable event) {
        queue.execute(guarded(event));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the event tells of its own failure
    void after(Duration delay, Runnable event) {
        queue.schedule(guarded(event), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands over what a future comes to; one that fails is told, and hands over nothing. */
    @SuppressWarnings("FutureReturnValueIgnored") // the event tells of its own failure
    <T> void when(CompletableFuture<T> future, Consumer<? super T> event) {
        future.whenComplete((value, failure) -> run(() -> {
            if (failure == null) {
                event.accept(value);
            } else {
                LOG.error("something the supervisor waited for failed", failure);
            }
        }));
    }

    /** Asks something that takes its time, on this thread. */
    <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        return CompletableFuture.runAsync(() -> {}, queue).thenCompose(onThisThread -> question.get());
    }

    private static Runnable guarded(Runnable event) {
        return () -> {
            try {
                event.run();
            } catch (RuntimeException bug) {
                LOG.error("the supervisor failed at an event", bug);
            }
        };
    }
}
