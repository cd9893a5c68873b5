package dev.lbctl.balancer.listener;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event loop's clients, in the order they came, looked after ten times a second: no client has a timer of its own. Whoever is
 * gone leaves at once, lest a collection of garbage finds it still in use. Owner: the event loop.
 */
final class Clients {
    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final long CHECK_MILLIS = 100;

    private final EventLoop loop;
    private final Seats seats;
    private final long room;
    private final Set<ClientConnection> connections = new LinkedHashSet<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private boolean draining;
    private long excess;

    /**
     * @param seats one is left by each client that leaves
     * @param room for all that has come of heads that are not whole yet, in bytes
     */
    Clients(EventLoop loop, Seats seats, long room) {
        this.loop = loop;
        this.seats = seats;
        this.room = room;
        loop.scheduleAtFixedRate(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void came(ClientConnection connection) {
        connections.add(connection);
        if (draining) {
            connection.drain();
        }
    }

    void left(ClientConnection connection) {
        connections.remove(connection);
        seats.leave();
        noticeEmptiness();
    }

    /** Has all of them finish what runs, and take nothing new. Any thread; done when none is left. */
    CompletableFuture<Void> drain() {
        loop.execute(() -> {
            draining = true;
            connections.forEach(ClientConnection::drain);
            noticeEmptiness();
        });
        return drained;
    }

    private void noticeEmptiness() {
        if (draining && connections.isEmpty()) {
            drained.complete(null);
        }
    }

    /** When there is too little room, those who came first have had their time. */
    private void check() {
        long now = System.nanoTime();
        excess =
                connections.stream().mapToLong(ClientConnection::unfinishedHead).sum() - room;
        connections.forEach(connection -> check(connection, now));
    }

    /** A fault costs the one connection; the others are looked after all the same. */
    private void check(ClientConnection connection, long now) {
        try {
            if (excess > 0 && connection.unfinishedHead() > 0) {
                excess -= connection.unfinishedHead();
                connection.crowdOut();
            }
            connection.check(now);
        } catch (RuntimeException fault) {
            LOG.error("a client's connection is broken off", fault);
            connection.abort();
        }
    }
}
