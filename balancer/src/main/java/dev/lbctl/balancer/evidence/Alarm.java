package dev.lbctl.balancer.evidence;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Rings when an attempt fails, once for all that fail until somebody has listened. Any thread, without locks. */
public final class Alarm {
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private volatile Runnable bell = Alarm::ringForNobody;

    void raise(Trouble next) {
        if (trouble.getAndUpdate(before -> next.after(before)) == null) {
            bell.run();
        }
    }

    /** What happened since the last call; null when nothing did. */
    public @Nullable Trouble listen() {
        return trouble.getAndSet(null);
    }

    /** From now on {@code newBell} is run, on the thread of the attempt that failed; it must not block. */
    public void attend(Runnable newBell) {
        bell = newBell;
        trouble.set(null);
    }

    /** Nobody listens any more. */
    public void leave() {
        bell = Alarm::ringForNobody;
    }

    private static void ringForNobody() {}
}
