package dev.lbctl.launcher.terminal;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose log is wanted. The dashboard's loop says it, the thread that reads logs waits for it. */
final class Watched {
    private @Nullable String node;
    private boolean changed;

    synchronized void is(@Nullable String wanted) {
        if (!Objects.equals(node, wanted)) {
            node = wanted;
            changed = true;
            notifyAll();
        }
    }

    /** Waits until one is wanted that was not before, or until it is time to read the same one again. */
    synchronized String next(Duration again) throws InterruptedException {
        if (!changed) {
            wait(again.toMillis());
        }
        while (node == null) {
            wait();
        }
        changed = false;
        return node;
    }
}
