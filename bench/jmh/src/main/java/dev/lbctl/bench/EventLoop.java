package dev.lbctl.bench;

import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A thread with requests of 1,024 clients in turn, and with what it has under way. */
@State(Scope.Thread)
public class EventLoop {
    private static final int UNDER_WAY = 4;
    private static final long MILLI = 1_000_000;

    private final Client[] clients = IntStream.range(0, 1_024)
            .mapToObj(i -> new Client("10.20." + i / 256 + "." + i % 256))
            .toArray(Client[]::new);
    private final Queue<Load> underWay = new ArrayDeque<>();
    private int turn;
    private long now;

    /** Sends four requests for each member. */
    @Setup
    public void fill(BusyPool pool) {
        underWay.clear();
        for (int i = 0; i < UNDER_WAY * pool.members; i++) {
            begin(pool);
        }
    }

    Member pick(BusyPool pool) {
        turn = (turn + 1) % clients.length;
        return Objects.requireNonNull(pool.picker().pick(clients[turn]));
    }

    void begin(BusyPool pool) {
        Load load = pick(pool).load();
        load.begin();
        underWay.add(load);
    }

    /** What began first is answered, after 1 to 7 ms, and ends. */
    void endOldest() {
        Load oldest = underWay.remove();
        now += MILLI;
        oldest.answered((1 + turn % 7) * MILLI, now);
        oldest.end(false);
    }
}
