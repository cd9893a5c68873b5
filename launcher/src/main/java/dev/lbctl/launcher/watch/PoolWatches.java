package dev.lbctl.launcher.watch;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.reload.Calm;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has the nodes of a pool restarted in turn when a file of their program changes. */
public final class PoolWatches implements AutoCloseable {
    private final Supervisor supervisor;
    private final EventRing events;
    private final Map<String, Watched> watches = new HashMap<>();

    private record Watched(List<Path> paths, FileWatch watch) {}

    public PoolWatches(Supervisor supervisor, EventRing events) {
        this.supervisor = supervisor;
        this.events = events;
    }

    /** Watches what this configuration says and nothing else; what was watched before goes on. */
    public synchronized void take(LbConfig config) {
        Map<String, List<Path>> wanted = new TreeMap<>();
        config.pools().forEach((name, pool) -> {
            if (pool.run() != null && !pool.run().watch().isEmpty()) {
                wanted.put(name, pool.run().watch());
            }
        });
        watches.entrySet().removeIf(each -> {
            boolean goes = !each.getValue().paths().equals(wanted.get(each.getKey()));
            if (goes) {
                each.getValue().watch().close();
            }
            return goes;
        });
        wanted.forEach(this::begin);
    }

    private void begin(String pool, List<Path> paths) {
        if (watches.containsKey(pool)) {
            return;
        }
        try {
            watches.put(pool, new Watched(paths, new FileWatch(paths, file -> restart(pool, file))));
        } catch (IOException e) {
            events.tell("watch_failed", null, "the pool " + pool + " is not watched: " + e);
        }
    }

    /** One rolling restart after the other: what changes while one goes on may have come too late for it. */
    private void restart(String pool, Path file) {
        if (Calm.await(supervisor)) {
            events.tell("changed", null, file.getFileName() + " changed: the pool " + pool + " is restarted in turn");
            supervisor.roll(List.of(pool), 1).join();
        }
    }

    @Override
    public synchronized void close() {
        watches.values().forEach(each -> each.watch().close());
    }
}
