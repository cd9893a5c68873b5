package dev.lbctl.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The fault this server is to have, told by a file: who may write it is allowed to, and no request can. Its own thread looks
 * for a change twenty times a second, so that it is heard even while every request hangs.
 */
final class FaultFile {
    private static final long LOOK_EVERY_MS = 50;

    private final @Nullable Path file;
    private final InstantSource clock;
    private volatile Fault told = Fault.NONE;
    private volatile boolean closed;

    /** A null file tells of nothing, ever. */
    FaultFile(@Nullable Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    void watch() {
        if (file == null) {
            return;
        }
        Thread watcher = new Thread(() -> lookAt(file), "faults");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** The fault in force; {@link Fault#NONE} when there is none, or its time is over. */
    Fault now() {
        Fault fault = told;
        return closed || clock.millis() >= fault.untilMs() ? Fault.NONE : fault;
    }

    /** Returns at once unless the server is to hang, and then when that is over. */
    void sitOut() throws InterruptedException {
        while (now().hang()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** From now on there is none: a server that ends answers what it holds. */
    void close() {
        closed = true;
    }

    private void lookAt(Path there) {
        try {
            while (!closed) {
                told = read(there);
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file that cannot be read tells of no fault. */
    private static Fault read(Path there) {
        try {
            return Files.exists(there) ? Fault.of(Json.fields(Files.readString(there))) : Fault.NONE;
        } catch (IOException unreadable) {
            return Fault.NONE;
        }
    }
}
