package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.pool.PoolEvent;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened, in order: the last thousand events, and whoever listens for the next. Any thread; telling never waits for a
 * listener. Ids begin at the time of the start in milliseconds, so that they rise across restarts as well.
 */
public final class EventLog implements Consumer<PoolEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final int KEPT = 1_000;
    private static final int REPLAYED = 50;

    private final InstantSource clock;
    private final Deque<Event> kept = new ArrayDeque<>(KEPT);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private long nextId;

    public EventLog(InstantSource clock) {
        this.clock = clock;
        this.nextId = clock.millis();
    }

    @Override
    public void accept(PoolEvent event) {
        publish(ApiMapping.word(event.kind()), event.member().name(), ApiMapping.sentence(event));
    }

    /**
     * Something happened.
     *
     * @param type a word
     * @param subject the backend it happened to; null when it concerns the whole
     * @param message one sentence for a person
     */
    public void publish(String type, @Nullable String subject, String message) {
        LOG.info("{}", message);
        synchronized (this) {
            Event event = new Event(nextId++, clock.instant(), "balancer", type, subject, message);
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            kept.addLast(event);
            subscriptions.removeIf(subscription -> !subscription.offer(event));
        }
    }

    /** Listens for what comes, after what was missed since {@code lastId}, or after the last fifty when that is null. */
    synchronized Subscription subscribe(@Nullable Long lastId) {
        List<Event> missed = kept.stream()
                .skip(lastId == null ? Math.max(0, kept.size() - REPLAYED) : 0)
                .filter(event -> lastId == null || event.id() > lastId)
                .toList();
        Subscription subscription = new Subscription(missed);
        subscriptions.add(subscription);
        return subscription;
    }

    synchronized void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }
}
