package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for their next request. A pool has one load for a backend as long as that is the same, and has just written
 * to it. Owner: one event loop.
 */
final class IdleConnections {
    private final IdentityHashMap<Load, Berth> berths = new IdentityHashMap<>();
    private final LoopTime time;

    IdleConnections(LoopTime time) {
        this.time = time;
    }

    /** Where a connection that is about to be opened belongs, until it {@link #left}. */
    Berth enter(Member member) {
        return berths.computeIfAbsent(member.load(), load -> new Berth(member.backend()))
                .enter();
    }

    /** Keeps a connection, unless there are {@code most} of its backend. */
    boolean keep(Connection connection, int most) {
        Berth berth = connection.berth();
        if (berth.idle() >= most) {
            return false;
        }
        connection.age().idleBegins();
        berth.push(connection);
        return true;
    }

    /** Takes one that is still open and not too old; null when there is none. */
    @Nullable
    Connection poll(Load load) {
        Berth berth = berths.get(load);
        if (berth == null) {
            return null;
        }
        long now = time.nanos();
        Connection connection = berth.pop();
        while (connection != null
                && !(connection.isActive() && !connection.age().isOver(now))) {
            connection.close();
            connection = berth.pop();
        }
        return connection;
    }

    /** It was closed, or not opened in the end. */
    void left(Load load, Connection connection) {
        Berth berth = connection.berth();
        berth.forget(connection);
        if (berth.leave()) {
            berths.remove(load, berth);
        }
    }

    /** Closes those that have had their time. */
    void sweep(Predicate<Connection> isOver) {
        List<Connection> over = new ArrayList<>();
        for (Berth berth : berths.values()) {
            for (Connection each = berth.top(); each != null; each = each.below()) {
                if (isOver.test(each)) {
                    over.add(each);
                }
            }
        }
        over.forEach(Connection::close);
    }
}
