package dev.lbctl.launcher.management;

import dev.lbctl.launcher.event.EventRing;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code GET /events}: events of launcher and balancer, and the nodes once a second and after every change. */
final class EventStream implements AutoCloseable {
    private final EventRing events;
    private final ClusterReport report;
    private final List<EventSubscriber> subscribers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reporting = new AtomicBoolean();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-ticks");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // a tick cannot fail
    EventStream(EventRing events, ClusterReport report) {
        this.events = events;
        this.report = report;
        events.subscribe(event -> subscribers.forEach(EventSubscriber::wake));
        ticks.scheduleAtFixedRate(this::nodesChanged, 1, 1, TimeUnit.SECONDS);
    }

    /** Has the nodes sent to everybody; changes at the same moment are sent once. */
    @SuppressWarnings("FutureReturnValueIgnored") // the supervisor always answers
    void nodesChanged() {
        if (!subscribers.isEmpty() && reporting.compareAndSet(false, true)) {
            report.nodes().whenComplete((nodes, failure) -> {
                reporting.set(false);
                if (failure == null) {
                    subscribers.forEach(subscriber -> subscriber.offer(nodes));
                }
            });
        }
    }

    /** Writes to one client until it is gone. */
    void write(SseClient client) throws InterruptedException {
        EventSubscriber subscriber = new EventSubscriber(client, events);
        subscribers.add(subscriber);
        try {
            nodesChanged();
            subscriber.write();
        } finally {
            subscribers.remove(subscriber);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
