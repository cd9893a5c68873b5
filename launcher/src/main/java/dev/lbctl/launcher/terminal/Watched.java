package dev.lbctl.launcher.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whose log is wanted. The dashboard's loop says it, the thread that reads logs waits for it. */
final class Watched {
    private static final String NOBODY = "";

    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    /** Owner: the loop. */
    private String said = NOBODY;
    /** Owner: the thread that reads. */
    private String taken = NOBODY;

    void is(Optional<String> wanted) {
        String node = wanted.orElse(NOBODY);
        if (!node.equals(said)) {
            said = node;
            changes.add(node);
        }
    }

    /** Waits until another one is wanted, or until it is time to read the same one again. */
    String next(Duration again) throws InterruptedException {
        newest(taken.isEmpty() ? changes.take() : changes.poll(again.toMillis(), TimeUnit.MILLISECONDS));
        while (taken.isEmpty()) {
            newest(changes.take());
        }
        return taken;
    }

    /** Who is passed by quickly is not read. */
    private void newest(@Nullable String change) {
        for (String each = change; each != null; each = changes.poll()) {
            taken = each;
        }
    }
}
