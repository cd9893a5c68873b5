package dev.lbctl.launcher.rundir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every ten seconds whether a log of the cluster has grown too large. */
public final class LogRotation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogRotation.class);
    private static final long PERIOD_SECONDS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "log-rotation");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // the task tells of its own failures
    public LogRotation(RunDirectory directory) {
        Path logs = directory.logs();
        timer.scheduleWithFixedDelay(() -> rotateAll(logs), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private static void rotateAll(Path logs) {
        if (Files.notExists(logs)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.log")) {
            for (Path file : files) {
                new NodeLog(file).rotate();
            }
        } catch (IOException e) {
            LOG.warn("cannot rotate the logs in {}", logs, e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
