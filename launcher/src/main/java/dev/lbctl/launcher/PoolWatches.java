package dev.lbctl.launcher;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has the nodes of a pool restarted in turn when a file of their program changes. */
final class PoolWatches {
    private static final long POLL_MS = 100;

    private final Supervisor supervisor;
    private final EventRing events;

    PoolWatches(Supervisor supervisor, EventRing events) {
        this.supervisor = supervisor;
        this.events = events;
    }

    /** Of every pool that is to be watched. */
    List<FileWatch> of(LbConfig config) throws IOException {
        List<FileWatch> watches = new ArrayList<>();
        for (PoolConfig pool : config.pools().values()) {
            NodeConfig run = pool.run();
            if (run != null && !run.watch().isEmpty()) {
                watches.add(new FileWatch(run.watch(), file -> restart(pool.name(), file)));
            }
        }
        return watches;
    }

    /** One rolling restart after the other: what changes while one goes on may have come too late for it. */
    private void restart(String pool, Path file) {
        try {
            while (supervisor.rolling().join().running()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            events.tell("changed", null, file.getFileName() + " changed: the pool " + pool + " is restarted in turn");
            supervisor.roll(List.of(pool), 1).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
