package dev.lbctl.balancer.control;

import dev.lbctl.balancer.event.EventLog;
import dev.lbctl.balancer.event.Subscription;
import dev.lbctl.balancer.surface.Feeds;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}. */
final class EventEndpoint {
    private final EventLog events;
    private final ApiMapping mapping;
    private final Feeds feeds = new Feeds();

    EventEndpoint(EventLog events, ApiMapping mapping) {
        this.events = events;
        this.mapping = mapping;
    }

    void listen(Context request) {
        Long lastId = lastId(request.header("Last-Event-ID"));
        feeds.open(request, feed -> {
            Subscription subscription = events.subscribe(lastId);
            try {
                new EventFeed(subscription, mapping, feed).run();
            } finally {
                events.unsubscribe(subscription);
            }
        });
    }

    void stop() {
        feeds.close();
    }

    private static @Nullable Long lastId(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }
}
