package dev.lbctl.launcher.event;

import dev.lbctl.balancer.api.Event;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The last thousand events of launcher and balancer in the order they became known. Any thread may add and read. */
public final class EventRing {
    private static final String SOURCE = "launcher";
    private static final int CAPACITY = 1000;

    private final InstantSource clock;
    private final Deque<Numbered> events = new ArrayDeque<>();
    private final List<Consumer<Numbered>> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;
    private long lastOwnId;

    /** An event and its place in the merged sequence, which rises by one from 1. */
    public record Numbered(long number, Event event) {}

    /** A listener's place; closing it ends the calls. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public EventRing(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds an event of the launcher's own. */
    public synchronized void tell(String type, @Nullable String subject, String message) {
        lastOwnId++;
        add(new Event(lastOwnId, clock.instant(), SOURCE, type, subject, message));
    }

    /** Adds an event somebody else has numbered. */
    public synchronized void add(Event event) {
        lastNumber++;
        Numbered numbered = new Numbered(lastNumber, event);
        events.addLast(numbered);
        if (events.size() > CAPACITY) {
            events.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(numbered));
    }

    /** Of the newest event; 0 before the first. */
    public synchronized long lastNumber() {
        return lastNumber;
    }

    /** What is kept of the events after this number, the oldest first, at most the newest {@code limit}. */
    public synchronized List<Numbered> after(long number, int limit) {
        List<Numbered> later = new ArrayList<>(
                events.stream().filter(event -> event.number() > number).toList());
        return List.copyOf(later.subList(Math.max(0, later.size() - limit), later.size()));
    }

    /** Calls back for each later event, in order, on the thread that adds it: hand over quickly. */
    public Subscription subscribe(Consumer<Numbered> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
