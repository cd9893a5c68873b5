package dev.lbctl.launcher.management;

import dev.lbctl.balancer.surface.Feed;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.event.EventRing;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What one listener is sent. Others wake it; the listener's thread, its owner, reads on where it left off, and writes. */
final class EventFeed {
    private static final int REPLAYED = 50;
    private static final int MOST_AT_ONCE = 1000;
    private static final long QUIET_SECONDS = 10;

    private final Feed feed;
    private final EventRing events;
    private final Semaphore news = new Semaphore(1);
    private final AtomicReference<@Nullable NodeList> nodes = new AtomicReference<>();
    private long position;

    EventFeed(Feed feed, EventRing events, @Nullable String lastEventId) {
        this.feed = feed;
        this.events = events;
        this.position = position(events.lastNumber(), lastEventId);
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

    void run() throws IOException, InterruptedException {
        while (true) {
            if (news.tryAcquire(QUIET_SECONDS, TimeUnit.SECONDS)) {
                news.drainPermits();
                sendNews();
            } else {
                feed.ping();
            }
        }
    }

    private void sendNews() throws IOException {
        for (EventRing.Numbered event : events.after(position, MOST_AT_ONCE)) {
            feed.send("event", event.number(), event.event());
            position = event.number();
        }
        NodeList newest = nodes.getAndSet(null);
        if (newest != null) {
            feed.send("nodes", null, newest);
        }
        feed.flush();
    }

    /** After the last event the listener has; one it has from an earlier launcher counts for nothing. */
    private static long position(long newest, @Nullable String lastEventId) {
        boolean known =
                lastEventId != null && lastEventId.matches("\\d{1,18}") && Long.parseLong(lastEventId) <= newest;
        return known ? Long.parseLong(lastEventId) : Math.max(0, newest - REPLAYED);
    }
}
