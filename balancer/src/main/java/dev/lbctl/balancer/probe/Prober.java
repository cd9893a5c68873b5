package dev.lbctl.balancer.probe;

import dev.lbctl.balancer.pool.Backend;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Probes one member again and again, one probe at a time, until closed. Owner: the health checker's thread. */
public final class Prober {
    private final Probing probing;
    private final Probe probe;
    private final Consumer<Probed> listener;
    private @Nullable Future<?> next;
    private long begunNanos = System.nanoTime();
    private boolean busy;
    private boolean closed;

    /** @param listener told of each probe; it says when the next one is */
    public Prober(Probing probing, Backend backend, Consumer<Probed> listener) {
        this.probing = probing;
        this.probe = probing.probes().of(probing.config(), backend);
        this.listener = listener;
    }

    /** The next probe is after this delay, give or take a little; what was planned before is not. */
    public void after(Duration delay) {
        if (!busy && !closed) {
            cancelNext();
            next = probing.pace().after(delay, this::probe);
        }
    }

    /** The next probe is now, or as soon after the last one as a down member would be probed. */
    public void soon() {
        long rest = begunNanos + probing.config().downInterval().toNanos() - System.nanoTime();
        if (rest > 0) {
            after(Duration.ofNanos(rest));
        } else if (!busy && !closed) {
            probe();
        }
    }

    public void probe() {
        cancelNext();
        busy = true;
        probing.gate().enter(this::check);
    }

    public boolean isClosed() {
        return closed;
    }

    public void close() {
        closed = true;
        cancelNext();
        probe.close();
    }

    private boolean check() {
        if (closed) {
            return false;
        }
        begunNanos = System.nanoTime();
        Instant time = probing.pace().clock().instant();
        probe.check()
                .whenCompleteAsync(
                        (result, bug) -> conclude(time, result != null ? result : broken(bug)),
                        probing.pace().owner());
        return true;
    }

    private void conclude(Instant time, Probe.Result result) {
        busy = false;
        probing.gate().leave();
        if (!closed) {
            listener.accept(new Probed(result, time, Duration.ofNanos(System.nanoTime() - begunNanos)));
        }
    }

    private static Probe.Result broken(@Nullable Throwable bug) {
        return new Probe.Result.Failed("the probe itself failed: " + bug, false);
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
        }
    }
}
