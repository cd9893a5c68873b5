package dev.lbctl.launcher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a cluster in good order when its launcher's JVM ends. */
final class ShutdownHook {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);
    private static final long LIMIT_SECONDS = 25;

    private ShutdownHook() {}

    /** When the JVM is about to end already, nothing: the hook that came before this one is at work. */
    static void install(Supplier<CompletableFuture<Void>> shutdown) {
        Thread hook = new Thread(() -> stop(shutdown), "shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the JVM ends already", ending);
        }
    }

    private static void stop(Supplier<CompletableFuture<Void>> shutdown) {
        shutdown.get().completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
