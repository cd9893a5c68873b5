package dev.lbctl.balancer.queue;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request's place in the line. Owner: the event loop that it entered with; only {@link #call} comes from any thread. */
public final class Place {
    private final WaitingRoom room;
    private final long number;
    private final Executor loop;
    private final Runnable turn;
    private final long sinceNanos = System.nanoTime();
    private final AtomicBoolean called = new AtomicBoolean();
    private boolean left;

    Place(WaitingRoom room, long number, Executor loop, Runnable turn) {
        this.room = room;
        this.number = number;
        this.loop = loop;
        this.turn = turn;
    }

    /** Its place in the line: the lower, the earlier. */
    long number() {
        return number;
    }

    /** There may be room now. Calls that come before the first of them was followed are one. */
    void call() {
        if (called.compareAndSet(false, true)) {
            try {
                loop.execute(this::takeTurn);
            } catch (RejectedExecutionException over) {
                called.set(true); // The event loop has ended, and the request with it.
            }
        }
    }

    private void takeTurn() {
        called.set(false); // Before the look, so that whatever becomes free after it calls again.
        if (!left) {
            turn.run();
        }
    }

    /** There was room, but none that is of use here: whoever is next may try. */
    public void passOn() {
        room.callBehind(this);
    }

    /** Waits no longer, served or not; whoever is first now may try. */
    public void leave() {
        left = true;
        room.remove(this);
    }

    /** How long it has waited. */
    public long waitedNanos() {
        return System.nanoTime() - sinceNanos;
    }
}
