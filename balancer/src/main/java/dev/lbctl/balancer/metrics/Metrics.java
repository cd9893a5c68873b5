package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.decision.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    /** By pool and name. */
    private final Map<String, Map<String, BackendMetrics>> backends = new ConcurrentHashMap<>();

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
        String pool = exchange.pool();
        String name = exchange.backend();
        if (pool != null && name != null) {
            BackendMetrics backend = of(pool).get(name);
            if (backend != null) {
                backend.record(exchange);
            }
            if (exchange.attempts() > 1) {
                countRetries(pool, exchange.record().served().decision());
            }
        }
    }

    private void countRetries(String pool, @Nullable Decision decision) {
        if (decision != null && decision.attempts().size() > 1) {
            decision.attempts().subList(0, decision.attempts().size() - 1).forEach(failed -> {
                BackendMetrics backend = of(pool).get(failed.name());
                if (backend != null) {
                    backend.retried(failed.cause());
                }
            });
        }
    }

    /** Counts these backends of a pool one by one, from now on or as before; what was known of others is dropped. */
    public void follow(String pool, Set<String> names) {
        Map<String, BackendMetrics> followed = backends.computeIfAbsent(pool, name -> new ConcurrentHashMap<>());
        followed.keySet().retainAll(names);
        names.forEach(name -> followed.computeIfAbsent(name, counted -> new BackendMetrics()));
    }

    /** Forgets all that has ended; what is under way, numbers and the start stay. */
    public void reset() {
        totals.reset();
        rate.reset(clock.instant());
        ring.reset();
        backends.values().forEach(pool -> pool.replaceAll((name, counted) -> new BackendMetrics()));
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

    public Optional<BackendMetrics> backend(String pool, String backend) {
        return Optional.ofNullable(of(pool).get(backend));
    }

    private Map<String, BackendMetrics> of(String pool) {
        return backends.getOrDefault(pool, Map.of());
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
