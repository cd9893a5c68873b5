package dev.lbctl.balancer.event;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.Scorecard;
import dev.lbctl.balancer.operator.OperatorEvent;
import dev.lbctl.balancer.pool.PoolEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened, in order: the last thousand events, and whoever listens for the next. Any thread; telling never waits for a
 * listener. Ids begin at the time of the start in milliseconds, so that they rise across restarts as well.
 */
public final class EventLog implements Consumer<PoolEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final String SOURCE = "balancer";
    private static final int KEPT = 1_000;
    private static final int REPLAYED = 50;

    private final InstantSource clock;
    private final Instant start;
    private final Deque<Event> kept = new ArrayDeque<>(KEPT);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private long nextId;

    public EventLog(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
        this.nextId = start.toEpochMilli();
    }

    @Override
    public void accept(PoolEvent event) {
        String type = event.kind().name().toLowerCase(Locale.ROOT);
        publish(type, event.isOfWholePool() ? null : event.member().name(), Sentences.of(event));
    }

    public void accept(OperatorEvent event) {
        publish(event.type(), event.backend(), Sentences.of(event));
    }

    /**
     * Something happened.
     *
     * @param type a word
     * @param subject the backend it happened to; null when it concerns the whole
     * @param message one sentence for a person
     */
    public void publish(String type, @Nullable String subject, String message) {
        publish(id -> event(id, clock.instant(), type, subject, message));
    }

    /** Tells what it cost that a backend was gone. */
    public void publishCard(String backend, Scorecard card, String message) {
        publish(id -> new Event(id, clock.instant(), SOURCE, "scorecard", backend, message, card));
    }

    private void publish(LongFunction<Event> numbered) {
        synchronized (this) {
            Event event = numbered.apply(nextId++);
            LOG.info("{}", event.message());
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            kept.addLast(event);
            subscriptions.removeIf(subscription -> !subscription.offer(event));
        }
    }

    /**
     * Listens for what comes, after what was missed since {@code lastId}, or after the last fifty when that is null. Where
     * something that was missed is not kept, an event of the type {@code gap} says so.
     */
    public synchronized Subscription subscribe(@Nullable Long lastId) {
        Subscription subscription = new Subscription(lastId == null ? latest() : since(lastId));
        subscriptions.add(subscription);
        return subscription;
    }

    public synchronized void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    private List<Event> latest() {
        return kept.stream().skip(Math.max(0, kept.size() - REPLAYED)).toList();
    }

    private List<Event> since(long lastId) {
        long firstKept = nextId - kept.size();
        if (lastId >= firstKept - 1 && lastId < nextId) {
            return kept.stream().filter(event -> event.id() > lastId).toList();
        }
        List<Event> missed = new ArrayList<>();
        missed.add(gap(firstKept, lastId));
        missed.addAll(kept);
        return missed;
    }

    private Event gap(long firstKept, long lastId) {
        boolean restarted = lastId < start.toEpochMilli() || lastId >= nextId;
        String why = restarted
                ? "events are missing: the balancer was started anew at " + start
                : (firstKept - 1 - lastId) + " events are missing: only the last " + KEPT + " are kept";
        Instant time = kept.isEmpty() ? clock.instant() : kept.getFirst().time();
        return event(firstKept - 1, time, "gap", null, why);
    }

    private static Event event(long id, Instant time, String type, @Nullable String subject, String message) {
        return new Event(id, time, SOURCE, type, subject, message);
    }
}
