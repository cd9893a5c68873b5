package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.absence.Absences;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a pool, and in what state. Every change goes through {@link #update}, one at a time, and is published as a new
 * snapshot before its event is told. Any thread.
 */
public final class Pool {
    private final Bulletin bulletin;
    private final Members members = new Members();
    private final Absences absences = new Absences();
    private boolean startsSlowly;

    /** A pool whose members all weigh the same. */
    public Pool(String name, Collection<Backend> backends, Consumer<PoolEvent> events) {
        this(name, backends.stream().collect(Collectors.toMap(backend -> backend, backend -> Weight.ONE)), events);
    }

    /** A pool that never panics. */
    public Pool(String name, Map<Backend, Weight> backends, Consumer<PoolEvent> events) {
        this(name, backends, PanicRule.NEVER, events);
    }

    public Pool(String name, Map<Backend, Weight> backends, PanicRule panic, Consumer<PoolEvent> events) {
        this.bulletin = new Bulletin(name, panic, events);
        backends.forEach((backend, weight) -> members.change(backend.name(), none -> members.fresh(backend, weight)));
        publish();
    }

    public String name() {
        return snapshot().pool();
    }

    public PoolSnapshot snapshot() {
        return bulletin.snapshot();
    }

    /** Hands {@code watcher} the present snapshot and every later one, in order. It must not block. */
    public synchronized void watch(Consumer<PoolSnapshot> watcher) {
        bulletin.watch(watcher);
    }

    /** Hands it no snapshot any more. */
    public synchronized void unwatch(Consumer<PoolSnapshot> watcher) {
        bulletin.unwatch(watcher);
    }

    /** Adds a backend that shall take traffic and weigh as much as the others; see {@link #join(Backend, Duty, int, String)}. */
    public void join(Backend backend) {
        join(backend, Duty.READY, Weight.ONE.wanted());
    }

    /** Adds a backend that announces itself, or does so again; see {@link #join(Backend, Duty, int, String)}. */
    public void join(Backend backend, Duty duty, int weight) {
        join(backend, duty, weight, "announced");
    }

    /**
     * Adds a backend, or announces one again: at another address it starts anew, and one that was down or ejected is unknown until
     * its next probe, so that it is admitted by the first pass. Either way this is what is wanted of it from now on.
     *
     * @param weight 1–{@link Weight#MAX}
     */
    public synchronized void join(Backend backend, Duty duty, int weight, String cause) {
        absences.arrived(backend.name());
        update(backend.name(), PoolEvent.Kind.JOINED, cause + " at " + backend.url(), old -> {
            if (old == null || !old.backend().equals(backend)) {
                return members.fresh(backend, Weight.of(weight)).with(duty);
            }
            return old.announcedAgain(duty, weight);
        });
        if (!absences.awaited().equals(snapshot().awaited())) {
            publish(); // The member is as it was, but somebody may be waiting for it.
        }
    }

    /** Takes a backend out. Answers whether it was there. */
    public boolean leave(String backend) {
        return leave(backend, "removed");
    }

    /** Takes a backend out. Answers whether it was there. */
    public synchronized boolean leave(String backend, String cause) {
        boolean known = members.has(backend);
        absences.left(backend);
        update(backend, PoolEvent.Kind.LEFT, cause, old -> null);
        return known;
    }

    /** Whether somebody starts a backend again should it end unasked, so that requests may wait a moment to hear of it. */
    public synchronized void supervise(String backend, boolean does) {
        absences.supervise(backend, does);
        publish();
    }

    /**
     * A backend is gone, or about to go, and comes back within this time: requests that nobody else can serve wait for it, also
     * when it leaves meanwhile. Zero says that it does not come back by itself. This is no event.
     */
    public synchronized void expect(String backend, Duration within) {
        absences.expect(backend, within, System.nanoTime());
        publish();
    }

    /** Sets what the operator wants of a backend. Answers whether it is there. */
    public synchronized boolean assign(String backend, Duty duty, String cause) {
        update(backend, PoolEvent.Kind.DUTY, cause, old -> old == null ? null : old.with(duty));
        return members.has(backend);
    }

    /**
     * Sets what a backend shall weigh; one that warms up has the same part of it as before. Answers whether it is there.
     *
     * @param wanted 1–{@link Weight#MAX}
     */
    public synchronized boolean weigh(String backend, int wanted, String cause) {
        update(backend, PoolEvent.Kind.WEIGHT, cause, old -> old == null ? null : old.wanting(wanted));
        return members.has(backend);
    }

    /** Records what probes or traffic found out about a backend. One that left, or moved, meanwhile is not touched. */
    public synchronized void report(Backend backend, Health health, String reason) {
        Member known = members.find(backend);
        if (known == null || known.health() == health) {
            return;
        }
        if (health == Health.UP) {
            absences.arrived(backend.name());
        } else if (health == Health.DOWN && known.isMeantToServe()) {
            absences.lost(backend.name(), System.nanoTime());
        }
        update(backend.name(), PoolEvent.Kind.of(known.health(), health), reason, old -> {
            Member next = known.with(health, reason);
            return health == Health.UP && startsSlowly ? next.with(next.weight().cold()) : next;
        });
    }

    /** Has a fit member sit out, unless it is the last one. Answers whether it does. */
    public synchronized boolean eject(Backend backend, String reason) {
        Member known = members.find(backend);
        boolean may = known != null && known.isFit() && snapshot().fit() > 1;
        if (may) {
            report(backend, Health.EJECTED, reason);
        }
        return may;
    }

    /** Whether a member that comes up from now on gets a tenth of its weight at first, and a tenth more by each {@link #warm}. */
    public synchronized void startSlowly(boolean slowly) {
        startsSlowly = slowly;
    }

    /** Goes by another rule from now on. */
    public synchronized void panicBy(PanicRule rule) {
        bulletin.panicBy(rule);
        if (publish()) {
            snapshot().members().stream().findFirst().ifPresent(bulletin::tellTurn);
        }
    }

    /** Gives every member that warms up a tenth of its weight more. This is no event. */
    public synchronized void warm() {
        members.changeAll(member -> member.with(member.weight().warmer()));
        publish();
    }

    private synchronized void update(
            String backend, PoolEvent.Kind kind, String cause, UnaryOperator<@Nullable Member> change) {
        Member concerned = members.change(backend, change);
        if (concerned != null) {
            boolean turned = publish();
            bulletin.tell(kind, concerned, cause);
            if (turned) {
                bulletin.tellTurn(concerned);
            }
        }
    }

    private boolean publish() {
        return bulletin.publish(members.all(), absences.awaited());
    }
}
