package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.RequestList;
import dev.lbctl.balancer.event.Subscription;
import dev.lbctl.balancer.metrics.RequestRing;
import dev.lbctl.balancer.surface.Feed;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends one listener events as they come, finished requests four times a second and the status once a second, which also
 * tells whether it still listens. Owner: the listener's thread.
 */
final class EventFeed {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int STATUS_TICKS = 4;
    private static final int REQUESTS_A_TICK = 50;
    private static final int RECENT_REQUESTS = 20;

    private final Subscription subscription;
    private final ApiMapping mapping;
    private final RequestRing ring;
    private final Feed feed;
    private long position;

    EventFeed(Subscription subscription, ApiMapping mapping, Feed feed) {
        this.subscription = subscription;
        this.mapping = mapping;
        this.ring = mapping.of().metrics().ring();
        this.feed = feed;
        this.position = ring.end();
    }

    /** Returns when the listener did not keep up. */
    void run() throws IOException, InterruptedException {
        for (int tick = 0; !subscription.isCut(); tick++) {
            if (tick % STATUS_TICKS == 0) {
                feed.send("status", null, mapping.status(RECENT_REQUESTS));
            }
            sendRequests();
            sendEventsUntil(System.nanoTime() + TICK.toNanos());
        }
    }

    private void sendRequests() throws IOException {
        RequestRing.Stretch finished = ring.since(position, REQUESTS_A_TICK);
        position = finished.next();
        if (!finished.requests().isEmpty()) {
            feed.send(
                    "requests",
                    null,
                    new RequestList(
                            finished.requests().stream().map(ApiMapping::entry).toList()));
        }
    }

    private void sendEventsUntil(long end) throws IOException, InterruptedException {
        feed.flush();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            Event event = subscription.next(Duration.ofNanos(left));
            if (event != null) {
                feed.send("event", event.id(), event);
                feed.flush();
            }
        }
    }
}
