package dev.lbctl.balancer.scorecard;

import dev.lbctl.balancer.api.Scorecard;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Finished;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.PoolEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a card of each backend that was in rotation and is gone: why, how soon that was noticed, what it cost, when it was back.
 * Any thread; of requests, only those wait for each other here that did not go well at once.
 */
public final class Scorecards {
    private static final Set<String> NOBODY_THERE = Set.of("no_member", "return_timeout");

    private final Teller teller;
    private final InstantSource clock;
    private final Set<Key> inRotation = new HashSet<>();
    private final Map<Key, Outage> outages = new HashMap<>();

    /** Makes cards known. */
    @FunctionalInterface
    public interface Teller {
        void tell(String backend, Scorecard card, String sentence);
    }

    private record Key(String pool, String backend) {}

    public Scorecards(Teller teller, InstantSource clock) {
        this.teller = teller;
        this.clock = clock;
    }

    /**
     * Whoever runs a backend says that it ends, or is about to.
     *
     * @param at when its process ended; null when it has not yet
     */
    public synchronized void ended(String pool, String backend, Cause cause, @Nullable Instant at) {
        Key key = new Key(pool, backend);
        if (inRotation.contains(key) || outages.containsKey(key)) {
            change(key, outage -> outage.ended(cause, at));
        }
    }

    /** Something has changed in a pool. */
    public synchronized void changed(PoolEvent event) {
        if (event.isOfWholePool()) {
            return;
        }
        Key key = new Key(event.after().pool(), event.member().name());
        boolean there = event.kind() != PoolEvent.Kind.LEFT && event.member().health() != Health.DOWN;
        if (there && event.after().isEligible(event.member())) {
            inRotation.add(key);
            outages.computeIfPresent(key, (same, outage) -> outage.back(clock.instant()));
            tell(key);
        } else if (inRotation.contains(key) && isGone(event)) {
            inRotation.remove(key);
            boolean drained = event.member().duty() != Duty.READY;
            if (event.kind() != PoolEvent.Kind.LEFT || outages.containsKey(key)) {
                outages.putIfAbsent(key, Outage.of(drained ? Cause.DRAINED : Cause.LOST, clock.instant()));
                change(key, outage -> (drained ? outage.ended(Cause.DRAINED, null) : outage).out(clock.instant()));
            }
        }
    }

    private static boolean isGone(PoolEvent event) {
        return switch (event.kind()) {
            case DOWN, LEFT, DUTY -> true;
            default -> false;
        };
    }

    /** A request is over. */
    public void ended(Finished exchange) {
        boolean wellAtOnce = exchange.attempts() <= 1 && exchange.cause() == null;
        if (!wellAtOnce) {
            charge(exchange, exchange.record().served().decision());
        }
    }

    private synchronized void charge(Finished exchange, @Nullable Decision decision) {
        String pool = exchange.pool();
        String cause = exchange.cause();
        if (pool == null || decision == null || "client_gone".equals(cause)) {
            return;
        }
        boolean lost = cause != null;
        decision.attempts().stream()
                .filter(attempt -> attempt.outcome().failed())
                .map(Attempted::name)
                .distinct()
                .map(name -> new Key(pool, name))
                .filter(key -> inRotation.contains(key) || outages.containsKey(key))
                .forEach(key -> change(key, outage -> outage.charged(lost)));
        if (lost && decision.attempts().isEmpty() && NOBODY_THERE.contains(cause)) {
            outages.replaceAll((key, outage) -> key.pool().equals(pool) ? outage.charged(true) : outage);
        }
    }

    /** Some time has passed: tells what is due. To be called several times a second. */
    public synchronized void tick() {
        Set.copyOf(outages.keySet()).forEach(this::tell);
    }

    private void change(Key key, UnaryOperator<Outage> change) {
        Outage before = outages.getOrDefault(key, Outage.of(Cause.LOST, clock.instant()));
        outages.put(key, change.apply(before));
    }

    private void tell(Key key) {
        Outage outage = outages.get(key);
        if (outage == null) {
            return;
        }
        Instant now = clock.instant();
        if (outage.isDue(now)) {
            teller.tell(key.backend(), outage.card(), CardWords.of(key.backend(), outage));
            outages.put(key, outage.asTold());
        }
        if (outage.isOver(now)) {
            outages.remove(key);
        }
    }
}
