package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.pool.Backend;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for their next request, the last used first. A pool has one object for a backend as long as that is the
 * same. Owner: one event loop.
 */
final class IdleConnections {
    private final IdentityHashMap<Backend, Deque<Connection>> kept = new IdentityHashMap<>();
    private final LoopTime time;

    IdleConnections(LoopTime time) {
        this.time = time;
    }

    /** Keeps a connection, unless there are {@code most} of its backend. */
    boolean keep(Connection connection, int most) {
        Deque<Connection> mates = kept.computeIfAbsent(connection.backend(), backend -> new ArrayDeque<>());
        if (mates.size() >= most) {
            return false;
        }
        connection.age().idleBegins();
        mates.push(connection);
        return true;
    }

    /** Takes one that is still open and not too old; null when there is none. */
    @Nullable
    Connection poll(Backend backend) {
        Deque<Connection> mates = kept.get(backend);
        if (mates == null) {
            return null;
        }
        long now = time.nanos();
        Connection connection = mates.poll();
        while (connection != null
                && !(connection.isActive() && !connection.age().isOver(now))) {
            connection.close();
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

    /** Closes those that have had their time. */
    void sweep(Predicate<Connection> isOver) {
        List<Connection> over = new ArrayList<>();
        kept.values().forEach(mates -> mates.stream().filter(isOver).forEach(over::add));
        over.forEach(Connection::close);
    }
}
