package dev.lbctl.balancer.queue;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Where a pool's requests wait for a member to have room, first come, first served. Any thread. */
public final class WaitingRoom {

    /** Somebody who waits. */
    @FunctionalInterface
    public interface Guest {

        /** There may be room now. Called on any thread, at most once for each time it entered or came back. */
        void call();
    }

    /** The number of those who may not wait. */
    public static final long FULL = -1;

    private final int size;
    /** By number, the lowest first. */
    private final ConcurrentNavigableMap<Long, Guest> line = new ConcurrentSkipListMap<>();

    private final AtomicLong nextNumber = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();

    /** @param size how many may wait at once; 0 lets nobody wait */
    public WaitingRoom(int size) {
        this.size = size;
    }

    /** Lets a guest wait at the end of the line. Answers its number, or {@link #FULL}. */
    public long enter(Guest guest) {
        if (count.incrementAndGet() > size) {
            count.decrementAndGet();
            return FULL;
        }
        long number = nextNumber.getAndIncrement();
        line.put(number, guest);
        return number;
    }

    /** Lets one who was called in vain stand where it stood. */
    public void comeBack(long number, Guest guest) {
        count.incrementAndGet();
        line.put(number, guest);
    }

    /** A guest has waited long enough. Answers false when it was called already. */
    public boolean leave(long number) {
        boolean left = line.remove(number) != null;
        if (left) {
            count.decrementAndGet();
        }
        return left;
    }

    /** A place became free: calls who waits longest. */
    public void callNext() {
        if (count.get() > 0) {
            Map.Entry<Long, Guest> first = line.pollFirstEntry();
            if (first != null) {
                count.decrementAndGet();
                first.getValue().call();
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
