package dev.lbctl.balancer.listener;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One event loop's clients, looked after ten times a second: no client has a timer of its own. Owner: the event loop. */
final class Clients {
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
        connections.removeIf(connection -> !connection.check(now));
    }
}
