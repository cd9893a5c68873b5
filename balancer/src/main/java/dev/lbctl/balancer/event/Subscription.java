package dev.lbctl.balancer.event;

import dev.lbctl.balancer.api.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One listener's events that it has not taken yet. Offered by any thread, taken by the listener's. */
public final class Subscription {
    private static final int CAPACITY = 256;

    private final Queue<Event> missed;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean cut;

    Subscription(List<Event> missed) {
        this.missed = new ArrayDeque<>(missed);
    }

    /** Answers whether there was room; a listener that does not keep up gets no more. */
    boolean offer(Event event) {
        boolean fits = queue.offer(event);
        cut |= !fits;
        return fits;
    }

    /** The next event, or null when none came in time. */
    @Nullable
    public Event next(Duration patience) throws InterruptedException {
        Event old = missed.poll();
        return old != null ? old : queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether events were lost: the listener must be let go, and may come again with the last id it saw. */
    public boolean isCut() {
        return cut;
    }
}
