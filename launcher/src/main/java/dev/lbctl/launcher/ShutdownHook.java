package dev.lbctl.launcher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stops a cluster in good order when its launcher's JVM ends. */
final class ShutdownHook {
    private static final long LIMIT_SECONDS = 25;

    private ShutdownHook() {}

    static void install(Launcher launcher) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher), "shutdown"));
    }

    private static void stop(Launcher launcher) {
        CompletableFuture<Void> ended = launcher.shutdown();
        ended.completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
