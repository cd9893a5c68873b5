package dev.lbctl.balancer.probe;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/** Lets so many probes be under way at once and no more; the others wait for their turn. Owner: the health checker's thread. */
public final class Gate {
    private final Queue<BooleanSupplier> waiting = new ArrayDeque<>();
    private int free;

    public Gate(int most) {
        this.free = most;
    }

    /**
     * Runs {@code probe} as soon as there is room.
     *
     * @param probe answers whether it began; if so, it calls {@link #leave} when it is over
     */
    void enter(BooleanSupplier probe) {
        waiting.add(probe);
        admit();
    }

    void leave() {
        free++;
        admit();
    }

    private void admit() {
        while (free > 0 && !waiting.isEmpty()) {
            free--;
            if (!waiting.remove().getAsBoolean()) {
                free++;
            }
        }
    }
}
