package dev.lbctl.launcher;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.client.EventStream;
import dev.lbctl.launcher.event.EventRing;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the balancer's events into the ring, whenever there is a balancer. A thread of its own does it. */
final class BalancerEvents implements AutoCloseable {
    private static final long RETRY_MS = 200;

    private final BalancerClient balancer;
    private final EventRing ring;
    private final Thread reader = new Thread(this::readAll, "balancer-events");
    private volatile boolean closed;
    private volatile @Nullable EventStream stream;
    private @Nullable Event last;

    /** Reads from now on. */
    BalancerEvents(BalancerClient balancer, EventRing ring) {
        this.balancer = balancer;
        this.ring = ring;
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        while (!closed) {
            try (EventStream opened = balancer.events()) {
                stream = opened;
                opened.each("event", Event.class, this::take);
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            } catch (CallFailure notThere) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A new connection begins with events of the past; those known already are left out. */
    private void take(Event event) {
        Event before = last;
        boolean isNew = before == null
                || event.time().isAfter(before.time())
                || (event.time().equals(before.time()) && event.id() > before.id());
        if (isNew) {
            last = event;
            ring.add(event);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        EventStream open = stream;
        if (open != null) {
            open.close();
        }
    }
}
