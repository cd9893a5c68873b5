package dev.lbctl.balancer.queue;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a pool's requests wait for a member to have room, first come, first served. Any thread. */
public final class WaitingRoom {

    /** Somebody who waits. */
    @FunctionalInterface
    public interface Guest {

        /** There may be room now. Called on any thread, at most once for each time it entered. */
        void call();
    }

    private final int size;
    private final Deque<Guest> guests = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    /** @param size how many may wait at once; 0 lets nobody wait */
    public WaitingRoom(int size) {
        this.size = size;
    }

    /** Lets a guest wait at the end of the line. Answers false when the room is full. */
    public boolean enter(Guest guest) {
        if (count.incrementAndGet() > size) {
            count.decrementAndGet();
            return false;
        }
        guests.addLast(guest);
        return true;
    }

    /** Puts one who was called in vain back to the front of the line. */
    public void returnFirst(Guest guest) {
        count.incrementAndGet();
        guests.addFirst(guest);
    }

    /** A guest has waited long enough. Answers false when it was called already. */
    public boolean leave(Guest guest) {
        boolean left = guests.removeFirstOccurrence(guest);
        if (left) {
            count.decrementAndGet();
        }
        return left;
    }

    /** A place became free: calls who waits longest. */
    public void callNext() {
        if (count.get() > 0) {
            Guest guest = guests.pollFirst();
            if (guest != null) {
                count.decrementAndGet();
                guest.call();
            }
        }
    }

    /** The pool has changed: calls everybody who waits now. */
    public void callAll() {
        for (int left = count.get(); left > 0; left--) {
            callNext();
        }
    }

    /** How many wait. */
    public int waiting() {
        return count.get();
    }
}
