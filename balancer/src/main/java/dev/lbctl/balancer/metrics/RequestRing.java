package dev.lbctl.balancer.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The last finished requests, in the order they ended. Written by any thread without a lock; read without stopping a writer. */
public final class RequestRing {
    private final AtomicReferenceArray<@Nullable Slot> slots;
    private final AtomicLong next = new AtomicLong();
    private volatile long oldest;

    RequestRing(int size) {
        slots = new AtomicReferenceArray<>(size);
    }

    /** A stretch of the ring, the oldest first, and where the next one begins. */
    public record Stretch(List<RequestRecord> requests, long next) {}

    void add(Finished exchange) {
        long position = next.getAndIncrement();
        slots.set((int) (position % slots.length()), new Slot(position, exchange));
    }

    /** Where a reader begins who only wants what comes from now on. */
    public long end() {
        return next.get();
    }

    /** What ended at {@code position} or later, but no more than the last {@code limit}. */
    public Stretch since(long position, int limit) {
        long end = next.get();
        long begin = Math.max(Math.max(position, oldest), end - Math.min(limit, slots.length()));
        List<RequestRecord> found = new ArrayList<>();
        for (long i = begin; i < end; i++) {
            Slot slot = slots.get((int) (i % slots.length()));
            if (slot == null || slot.position < i) {
                return new Stretch(found, i); // its writer is not done yet; the next reading takes it
            }
            if (slot.position == i) {
                found.add(slot.exchange.record());
            }
        }
        return new Stretch(found, end);
    }

    /** The last {@code limit} requests, the newest first. */
    public List<RequestRecord> latest(int limit) {
        List<RequestRecord> found = since(0, limit).requests();
        List<RequestRecord> reversed = new ArrayList<>(found.size());
        for (int i = found.size() - 1; i >= 0; i--) {
            reversed.add(found.get(i));
        }
        return reversed;
    }

    void reset() {
        oldest = next.get();
    }

    private record Slot(long position, Finished exchange) {}
}
