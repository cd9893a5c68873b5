package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.queue.WaitingRoom;

/** An exchange's place in its pool's waiting room. Owner: the exchange; it is called on any thread. */
final class Place implements WaitingRoom.Guest {
    private final WaitingRoom room;
    private final Runnable turn;
    private final ClientStream client;
    private final long sinceNanos = System.nanoTime();
    private long number = WaitingRoom.FULL;
    private boolean left;

    /** @param turn what to do, on the exchange's event loop, when there may be room */
    Place(WaitingRoom room, ClientStream client, Runnable turn) {
        this.room = room;
        this.client = client;
        this.turn = turn;
    }

    /** Answers false when the room is full. */
    boolean enter() {
        number = room.enter(this);
        if (number == WaitingRoom.FULL) {
            return false;
        }
        room.callNext(); // A place may have become free before anybody waited for it.
        return true;
    }

    @Override
    public void call() {
        client.execute(this::takeTurn);
    }

    private void takeTurn() {
        if (left) {
            room.callNext();
        } else {
            turn.run();
        }
    }

    /** Called in vain: stands in line again where it stood. */
    void stay() {
        room.comeBack(number, this);
    }

    /** Waits no longer. */
    void leave() {
        left = true;
        room.leave(number);
    }

    long waitedNanos() {
        return System.nanoTime() - sinceNanos;
    }
}
