package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
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
        request.future(() -> {
            AsyncContext async = request.req().getAsyncContext();
            threads.execute(() -> feed(async, request.res(), lastId));
            return new CompletableFuture<>(); // the feed itself ends the answer: Javalin would still write to one that
            // broke
        });
    }

    void stop() {
        threads.shutdownNow();
    }

    private void feed(AsyncContext async, HttpServletResponse response, @Nullable Long lastId) {
        Subscription subscription = events.subscribe(lastId);
        try {
            new EventFeed(subscription, mapping, response).run();
        } finally {
            events.unsubscribe(subscription);
            listeners.decrementAndGet();
            end(async);
        }
    }

    private static void end(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException ended) {
            // the connection broke, and Jetty has ended the answer
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
