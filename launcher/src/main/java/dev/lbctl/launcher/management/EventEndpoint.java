package dev.lbctl.launcher.management;

import dev.lbctl.balancer.surface.Feed;
import dev.lbctl.balancer.surface.Feeds;
import dev.lbctl.launcher.api.EventList;
import dev.lbctl.launcher.event.EventRing;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}: events of launcher and balancer, and in the stream the nodes once a second and after every change. */
final class EventEndpoint implements AutoCloseable {
    private static final int MOST_KEPT = 1_000;

    private final EventRing events;
    private final ClusterReport report;
    private final Feeds feeds;
    private final List<EventFeed> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reporting = new AtomicBoolean();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-ticks");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // a tick cannot fail
    EventEndpoint(EventRing events, ClusterReport report, Feeds feeds) {
        this.events = events;
        this.report = report;
        this.feeds = feeds;
        events.subscribe(event -> listeners.forEach(EventFeed::wake));
        ticks.scheduleAtFixedRate(this::nodesChanged, 1, 1, TimeUnit.SECONDS);
    }

    /** Has the nodes sent to everybody; changes at the same moment are sent once. */
    @SuppressWarnings("FutureReturnValueIgnored") // the supervisor always answers
    void nodesChanged() {
        if (!listeners.isEmpty() && reporting.compareAndSet(false, true)) {
            report.nodes().whenComplete((nodes, failure) -> {
                reporting.set(false);
                if (failure == null) {
                    listeners.forEach(listener -> listener.offer(nodes));
                }
            });
        }
    }

    /** A stream, unless the client accepts JSON and no stream: then what is kept. */
    void events(Context request) {
        String accept = String.valueOf(request.header("Accept"));
        request.header("Vary", "Accept");
        if (accept.contains("application/json") && !accept.contains("text/event-stream")) {
            List<EventRing.Numbered> kept = events.after(0, MOST_KEPT);
            long lastId = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number();
            request.json(
                    new EventList(kept.stream().map(EventRing.Numbered::event).toList(), lastId));
        } else {
            listen(request);
        }
    }

    private void listen(Context request) {
        String lastEventId = request.header("Last-Event-ID");
        feeds.open(request, feed -> write(feed, lastEventId));
    }

    private void write(Feed feed, @Nullable String lastEventId) throws IOException, InterruptedException {
        EventFeed listener = new EventFeed(feed, events, lastEventId);
        listeners.add(listener);
        try {
            nodesChanged();
            listener.run();
        } finally {
            listeners.remove(listener);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
