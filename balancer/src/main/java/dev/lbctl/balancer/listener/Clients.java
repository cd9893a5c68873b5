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

    Clients(EventLoop loop) {
        loop.scheduleAtFixedRate(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(ClientConnection connection) {
        connections.add(connection);
    }

    /** Those that were closed leave here. */
    private void check() {
        long now = System.nanoTime();
        connections.removeIf(connection -> !isServed(connection, now));
    }

    /** A fault costs the one connection; the others are looked after all the same. */
    private static boolean isServed(ClientConnection connection, long now) {
        try {
            return connection.check(now);
        } catch (RuntimeException fault) {
            LOG.error("a client's connection is broken off", fault);
            connection.abort();
            return false;
        }
    }
}
