package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.pool.Backend;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections that wait for their next request, the last used first. Owner: one event loop. */
final class IdleConnections {
    private static final int PER_BACKEND = 256;

    private final Map<Backend, Deque<Connection>> kept = new HashMap<>();

    /** Keeps a connection, unless there are enough. */
    boolean keep(Connection connection) {
        Deque<Connection> mates = kept.computeIfAbsent(connection.backend(), backend -> new ArrayDeque<>());
        if (mates.size() >= PER_BACKEND) {
            return false;
        }
        mates.push(connection);
        return true;
    }

    /** Takes one that is still open; null when there is none. */
    @Nullable
    Connection poll(Backend backend) {
        Deque<Connection> mates = kept.get(backend);
        if (mates == null) {
            return null;
        }
        Connection connection = mates.poll();
        while (connection != null && !connection.isActive()) {
            connection = mates.poll();
        }
        return connection;
    }

    /** Drops one that was closed, if it is here. */
    void forget(Connection connection) {
        Deque<Connection> mates = kept.get(connection.backend());
        if (mates != null && mates.remove(connection) && mates.isEmpty()) {
            kept.remove(connection.backend());
        }
    }
}
