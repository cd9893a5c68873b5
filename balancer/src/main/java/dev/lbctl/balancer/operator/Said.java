package dev.lbctl.balancer.operator;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * What operators have said: in memory, where it counts, and in its file, from which it is had again after a restart. A file that
 * fails costs no more than that. Read by any thread, changed by one at a time.
 */
final class Said {
    private final OverridesFile file;
    private final Consumer<OperatorEvent> events;
    private volatile Overrides now = Overrides.NONE;

    Said(OverridesFile file, Consumer<OperatorEvent> events) {
        this.file = file;
        this.events = events;
    }

    Overrides now() {
        return now;
    }

    /** As an earlier balancer has left it. */
    Overrides recall() {
        try {
            now = file.read();
        } catch (IOException e) {
            events.accept(new OperatorEvent.Dropped(null, "all in " + file.path(), "it cannot be read: " + e));
        }
        return now;
    }

    void keep(Overrides next) {
        now = next;
        try {
            file.write(next);
        } catch (IOException e) {
            events.accept(new OperatorEvent.NotKept(e.toString()));
        }
    }

    /** What is left of it counts from now on; the file is written when that is not all. */
    void leave(Overrides left) {
        if (!left.equals(now)) {
            keep(left);
        }
    }
}
