package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.pool.Load;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the balancer has served and is serving. Any thread; every counter stands alone, and none takes a lock. */
public final class Metrics implements Recorder {
    private static final int RING_SIZE = 1_000;

    private final InstantSource clock;
    private final Instant started;
    private final AtomicLong nextNumber = new AtomicLong(1);
    private final LongAdder inFlight = new LongAdder();
    private final Totals totals = new Totals();
    private final RateWindow rate;
    private final RequestRing ring = new RequestRing(RING_SIZE);

    public Metrics(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
        this.rate = new RateWindow(started);
    }

    @Override
    public long begin() {
        inFlight.increment();
        return nextNumber.getAndIncrement();
    }

    @Override
    public void end(Finished exchange) {
        inFlight.decrement();
        totals.count(exchange);
        rate.count(exchange.endSecond());
        ring.add(exchange);
        Load last = exchange.load();
        if (last != null) {
            last.ledger().answered(exchange.status(), exchange.totalNanos());
        }
        if (exchange.attempts() > 1) {
            countRetries(exchange.record().served().decision());
        }
    }

    private static void countRetries(@Nullable Decision decision) {
        if (decision != null && decision.attempts().size() > 1) {
            decision.attempts()
                    .subList(0, decision.attempts().size() - 1)
                    .forEach(failed -> decision.pool()
                            .member(failed.name())
                            .ifPresent(member -> member.load().ledger().retried(failed.cause())));
        }
    }

    /** Forgets all that has ended; what is under way, numbers, the start and what members have in their ledgers stay. */
    public void reset() {
        totals.reset();
        rate.reset(clock.instant());
        ring.reset();
    }

    public Instant started() {
        return started;
    }

    public long inFlight() {
        return inFlight.sum();
    }

    public long total() {
        return totals.all.sum();
    }

    public long failed() {
        return totals.failed.sum();
    }

    /** Attempts after the first. */
    public long retries() {
        return totals.retries.sum();
    }

    /** Over the last ten seconds, or since the start or the last reset when that is less. */
    public double requestsPerSecond() {
        return rate.perSecond(clock.instant());
    }

    public RequestRing ring() {
        return ring;
    }

    private static final class Totals {
        private final LongAdder all = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder retries = new LongAdder();

        private void count(Finished exchange) {
            all.increment();
            if (exchange.failed()) {
                failed.increment();
            }
            if (exchange.attempts() > 1) {
                retries.add(exchange.attempts() - 1L);
            }
        }

        private void reset() {
            all.reset();
            failed.reset();
            retries.reset();
        }
    }
}
