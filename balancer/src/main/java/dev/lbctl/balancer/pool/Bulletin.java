package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.absence.Awaited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a pool makes known of itself: a snapshot, to whoever watches, and then what has happened. Guarded by its pool, but the
 * snapshot is read by any thread.
 */
final class Bulletin {
    private final Consumer<PoolEvent> events;
    private final List<Consumer<PoolSnapshot>> watchers = new ArrayList<>();
    private PanicRule panic;
    private volatile PoolSnapshot snapshot;

    Bulletin(String pool, PanicRule panic, Consumer<PoolEvent> events) {
        this.events = events;
        this.panic = panic;
        this.snapshot = PoolSnapshot.of(pool, List.of(), panic, Awaited.NOBODY);
    }

    PoolSnapshot snapshot() {
        return snapshot;
    }

    void watch(Consumer<PoolSnapshot> watcher) {
        watchers.add(watcher);
        watcher.accept(snapshot);
    }

    void unwatch(Consumer<PoolSnapshot> watcher) {
        watchers.remove(watcher);
    }

    /** Goes by another rule from the next snapshot on. */
    void panicBy(PanicRule rule) {
        panic = rule;
    }

    /** Answers whether the pool panics from now on, or panics no more. */
    boolean publish(Collection<Member> members, Awaited awaited) {
        boolean panicked = snapshot.panic();
        PoolSnapshot published = PoolSnapshot.of(snapshot.pool(), List.copyOf(members), panic, awaited);
        snapshot = published;
        watchers.forEach(watcher -> watcher.accept(published));
        return published.panic() != panicked;
    }

    void tell(PoolEvent.Kind kind, Member concerned, String cause) {
        events.accept(new PoolEvent(kind, snapshot, concerned, cause));
    }

    /** Tells that the pool panics, or panics no more. */
    void tellTurn(Member concerned) {
        tell(
                snapshot.panic() ? PoolEvent.Kind.PANIC : PoolEvent.Kind.CALM,
                concerned,
                "below " + panic.percent() + " %");
    }
}
