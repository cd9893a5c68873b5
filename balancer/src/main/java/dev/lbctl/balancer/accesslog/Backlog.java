package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.RequestRecord;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges whose lines are not written yet, any thread. The JDK's bounded queues take a lock, and an event loop would wait
 * while its holder is off the processor; so this is its unbounded one, which takes none, with a count.
 */
final class Backlog {
    static final int NO_ROOM = 0;

    private final Queue<RequestRecord> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final int capacity;

    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /** Answers how many wait now, or {@link #NO_ROOM}. */
    int offer(RequestRecord request) {
        int position = size.incrementAndGet();
        if (position > capacity) {
            size.decrementAndGet();
            return NO_ROOM;
        }
        waiting.add(request);
        return position;
    }

    /** The one that has waited longest; null when none waits. */
    @Nullable
    RequestRecord poll() {
        RequestRecord request = waiting.poll();
        if (request != null) {
            size.decrementAndGet();
        }
        return request;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Forgets what waits. Answers how many that were. */
    int clear() {
        int cleared = 0;
        while (poll() != null) {
            cleared++;
        }
        return cleared;
    }
}
