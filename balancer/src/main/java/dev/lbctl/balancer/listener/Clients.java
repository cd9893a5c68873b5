package dev.lbctl.balancer.listener;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's clients, looked after ten times a second: no client has a timer of its own. Owner: the event loop. */
final class Clients {
    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final long CHECK_MILLIS = 100;

    private final List<ClientConnection> connections = new ArrayList<>();
    private final long room;
    private long excess;

    /** @param room for all that has come of heads that are not whole yet, in bytes */
    Clients(EventLoop loop, long room) {
        this.room = room;
        loop.scheduleAtFixedRate(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(ClientConnection connection) {
        connections.add(connection);
    }

    /** Those that were closed leave here. When there is too little room, those who came first have had their time. */
    private void check() {
        long now = System.nanoTime();
        excess =
                connections.stream().mapToLong(ClientConnection::unfinishedHead).sum() - room;
        connections.removeIf(connection -> !isServed(connection, now));
    }

    /** A fault costs the one connection; the others are looked after all the same. */
    private boolean isServed(ClientConnection connection, long now) {
        try {
            if (excess > 0 && connection.unfinishedHead() > 0) {
                excess -= connection.unfinishedHead();
                connection.crowdOut();
            }
            return connection.check(now);
        } catch (RuntimeException fault) {
            LOG.error("a client's connection is broken off", fault);
            connection.abort();
            return false;
        }
    }
}
