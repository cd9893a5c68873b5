package dev.lbctl.launcher.log;

import dev.lbctl.launcher.event.EventRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what nodes write finds room on its disk; told once when it does not any more, and once when it does again. */
final class LogRoom {
    /** Less than that is none: the next few lines would take it. */
    private static final long LEAST_BYTES = 64 * 1024;

    private final Path logs;
    private final EventRing events;
    private boolean full;

    LogRoom(Path logs, EventRing events) {
        this.logs = logs;
        this.events = events;
    }

    /** Looks, and answers whether there is room. */
    boolean isThere() throws IOException {
        boolean before = full;
        full = Files.getFileStore(logs).getUsableSpace() < LEAST_BYTES;
        if (full && !before) {
            events.tell("logs_lost", null, "the disk of " + logs + " is full: what nodes write from now on is lost");
        } else if (before && !full) {
            events.tell("logs_kept", null, "there is room for logs again in " + logs + ": what nodes write is kept");
        }
        return !full;
    }
}
