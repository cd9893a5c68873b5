package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.api.RequestList;
import dev.lbctl.balancer.metrics.RequestRing;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends one listener events as they come, finished requests four times a second and the status once a second, which also
 * tells whether it still listens (Server-Sent Events, WHATWG HTML section 9.2). Owner: the listener's thread.
 */
final class EventFeed {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int STATUS_TICKS = 4;
    private static final int REQUESTS_A_TICK = 50;
    private static final int RECENT_REQUESTS = 20;

    private final Subscription subscription;
    private final ApiMapping mapping;
    private final RequestRing ring;
    private final HttpServletResponse response;
    private long position;

    EventFeed(Subscription subscription, ApiMapping mapping, HttpServletResponse response) {
        this.subscription = subscription;
        this.mapping = mapping;
        this.ring = mapping.of().metrics().ring();
        this.response = response;
        this.position = ring.end();
    }

    /** Returns when the listener went away, did not keep up, or the thread is interrupted. */
    void run() {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Accel-Buffering", "no");
        try {
            ServletOutputStream out = response.getOutputStream();
            for (int tick = 0; !subscription.isCut(); tick++) {
                if (tick % STATUS_TICKS == 0) {
                    send(out, "status", null, mapping.status(RECENT_REQUESTS));
                }
                sendRequests(out);
                sendEventsUntil(out, System.nanoTime() + TICK.toNanos());
            }
        } catch (IOException gone) {
            // the listener went away: nothing is left to do for it
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendRequests(ServletOutputStream out) throws IOException {
        RequestRing.Stretch finished = ring.since(position, REQUESTS_A_TICK);
        position = finished.next();
        if (!finished.requests().isEmpty()) {
            send(
                    out,
                    "requests",
                    null,
                    new RequestList(
                            finished.requests().stream().map(ApiMapping::entry).toList()));
        }
    }

    private void sendEventsUntil(ServletOutputStream out, long end) throws IOException, InterruptedException {
        out.flush();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            Event event = subscription.next(Duration.ofNanos(left));
            if (event != null) {
                send(out, "event", event.id(), event);
                out.flush();
            }
        }
    }

    private static void send(ServletOutputStream out, String name, @Nullable Long id, Object data) throws IOException {
        String head = "event: " + name + "\n" + (id == null ? "" : "id: " + id + "\n") + "data: ";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(Json.strict().writeValueAsBytes(data));
        out.write(new byte[] {'\n', '\n'});
    }
}
