package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}: gives each listener a thread of its own, so that a slow one holds up nobody. */
final class EventEndpoint {
    private static final int MAX_LISTENERS = 64;

    private final EventStream events;
    private final ApiMapping mapping;
    private final AtomicInteger listeners = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(EventEndpoint::thread);

    EventEndpoint(EventStream events, ApiMapping mapping) {
        this.events = events;
        this.mapping = mapping;
    }

    void listen(Context request) {
        Long lastId = lastId(request.header("Last-Event-ID"));
        if (listeners.incrementAndGet() > MAX_LISTENERS) {
            listeners.decrementAndGet();
            throw new Refusal(
                    503,
                    new ErrorBody("too_many_listeners", MAX_LISTENERS + " listen already", "close another dashboard"));
        }
        request.async(task -> task.executor = threads, () -> feed(request, lastId));
    }

    void stop() {
        threads.shutdownNow();
    }

    private void feed(Context request, @Nullable Long lastId) {
        Subscription subscription = events.subscribe(lastId);
        try {
            new EventFeed(subscription, mapping, request.res()).run();
        } finally {
            events.unsubscribe(subscription);
            listeners.decrementAndGet();
        }
    }

    private static @Nullable Long lastId(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    }
}
