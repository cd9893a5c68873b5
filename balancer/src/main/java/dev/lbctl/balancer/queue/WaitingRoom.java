package dev.lbctl.balancer.queue;

import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a pool's requests wait for a member to have room, first come, first served. Any thread, no locks. A call is but a hint
 * to look: whoever is called keeps its place until it leaves, and whoever leaves has the next called. So no free place is
 * forgotten, and one that becomes free wakes one or two requests, not all.
 */
public final class WaitingRoom {
    private final NavigableMap<Long, Place> line = new ConcurrentSkipListMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong nextNumber = new AtomicLong();
    private volatile int size;

    /** @param size how many may wait at once; 0 lets nobody wait */
    public WaitingRoom(int size) {
        this.size = size;
    }

    /** Lets another number wait from now on; those who wait stay. */
    public void resize(int newSize) {
        size = newSize;
    }

    /**
     * Waits at the end of the line; null when the room is full.
     *
     * @param loop where {@code turn} runs
     * @param turn looks whether there is room, perhaps in vain; then it is called again
     */
    public @Nullable Place enter(Executor loop, Runnable turn) {
        long number = nextNumber.getAndIncrement(); // First: who sees it counted comes behind it.
        if (count.incrementAndGet() > size) {
            count.decrementAndGet();
            return null;
        }
        Place place = new Place(this, number, loop, turn);
        line.put(place.number(), place);
        callNext(); // There may be room since before anybody stood here.
        return place;
    }

    /** There may be room, for one or for many: calls who waits longest. */
    public void callNext() {
        if (count.get() > 0) {
            call(line.firstEntry());
        }
    }

    /** Calls who comes after {@code place}. */
    void callBehind(Place place) {
        call(line.higherEntry(place.number()));
    }

    void remove(Place place) {
        if (line.remove(place.number(), place)) {
            count.decrementAndGet();
            callNext();
        }
    }

    /** How many wait. */
    public int waiting() {
        return count.get();
    }

    private static void call(Map.@Nullable Entry<Long, Place> entry) {
        if (entry != null) {
            entry.getValue().call();
        }
    }
}
