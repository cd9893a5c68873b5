package dev.lbctl.launcher.log;

import dev.lbctl.launcher.event.EventRing;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every two seconds whether there is room for logs, and whether one of the cluster has grown too large. */
public final class LogRotation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogRotation.class);
    private static final long PERIOD_SECONDS = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "log-rotation");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // the task tells of its own failures
    public LogRotation(Path logs, EventRing events) {
        LogRoom room = new LogRoom(logs, events);
        timer.scheduleWithFixedDelay(() -> look(logs, room), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Puts aside what nodes of an earlier cluster have written, none of which runs any more; this log goes on. */
    public static void begin(Path logs, NodeLog launchers) throws IOException {
        for (NodeLog log : all(logs)) {
            if (!log.equals(launchers)) {
                log.putAside();
            }
        }
    }

    /** An old log is copied: without room, none is. */
    private static void look(Path logs, LogRoom room) {
        try {
            if (Files.exists(logs) && room.isThere()) {
                for (NodeLog log : all(logs)) {
                    log.rotate();
                }
            }
        } catch (IOException e) {
            LOG.warn("cannot rotate the logs in {}", logs, e);
        }
    }

    private static List<NodeLog> all(Path logs) throws IOException {
        if (Files.notExists(logs)) {
            return List.of();
        }
        List<NodeLog> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.log")) {
            files.forEach(file -> all.add(new NodeLog(file)));
        }
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
