package dev.lbctl.launcher.management;

import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.event.EventRing;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One client of the event stream. Others wake it; its own thread reads on where it left off, and writes. */
final class EventSubscriber {
    private static final int REPLAYED = 50;
    private static final int MOST_AT_ONCE = 1000;
    private static final long QUIET_SECONDS = 10;

    private final SseClient client;
    private final EventRing events;
    private final Semaphore news = new Semaphore(1);
    private final AtomicReference<@Nullable NodeList> nodes = new AtomicReference<>();
    private long position;

    EventSubscriber(SseClient client, EventRing events) {
        this.client = client;
        this.events = events;
        this.position = position(events.lastNumber(), client.ctx().header("Last-Event-ID"));
    }

    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Only the newest is sent when it cannot keep up. */
    void offer(NodeList newest) {
        nodes.set(newest);
        wake();
    }

    void write() throws InterruptedException {
        while (!client.terminated()) {
            if (news.tryAcquire(QUIET_SECONDS, TimeUnit.SECONDS)) {
                news.drainPermits();
                sendNews();
            } else {
                client.sendComment("still here");
            }
        }
    }

    private void sendNews() {
        for (EventRing.Numbered event : events.after(position, MOST_AT_ONCE)) {
            client.sendEvent("event", event.event(), Long.toString(event.number()));
            position = event.number();
        }
        NodeList newest = nodes.getAndSet(null);
        if (newest != null) {
            client.sendEvent("nodes", newest);
        }
    }

    /** After the last event the client has; one it has from an earlier launcher counts for nothing. */
    private static long position(long newest, @Nullable String lastEventId) {
        boolean known =
                lastEventId != null && lastEventId.matches("\\d{1,18}") && Long.parseLong(lastEventId) <= newest;
        return known ? Long.parseLong(lastEventId) : Math.max(0, newest - REPLAYED);
    }
}
