package dev.lbctl.launcher.watch;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.reload.Calm;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the configuration taken anew when its file changes, as long as the configuration says so. */
public final class ConfigWatch implements AutoCloseable {
    private final Supervisor supervisor;
    private final EventRing events;
    private final Reload reload;
    private @Nullable FileWatch watch;

    public ConfigWatch(Supervisor supervisor, EventRing events, Reload reload) {
        this.supervisor = supervisor;
        this.events = events;
        this.reload = reload;
    }

    /** Watches, or watches no more. */
    public synchronized void take(LbConfig config) {
        Path file = reload.source().file();
        if (file == null) {
            return;
        }
        boolean wanted = config.management().watchConfig();
        if (wanted && watch == null) {
            begin(file.toAbsolutePath().normalize());
        } else if (!wanted && watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void begin(Path file) {
        try {
            watch = new FileWatch(List.of(file), changed -> reload(file));
        } catch (IOException e) {
            events.tell("watch_failed", null, file + " is not watched: " + e);
        }
    }

    /** Whatever is found wrong is told as an event. */
    @SuppressWarnings("ReturnValueIgnored") // an event tells what came of it
    private void reload(Path file) {
        if (Calm.await(supervisor)) {
            reload.run(file.getFileName() + " changed", false);
        }
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
