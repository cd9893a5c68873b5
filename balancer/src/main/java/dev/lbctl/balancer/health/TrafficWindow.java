package dev.lbctl.balancer.health;

import dev.lbctl.balancer.evidence.Tally;
import dev.lbctl.config.EjectionConfig;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A member's traffic of the last while, moved on by a tenth of it at a time. Owner: the health checker's thread. */
final class TrafficWindow {
    private static final int PARTS = 10;
    private static final Duration SHORTEST_PART = Duration.ofMillis(100);

    private final Deque<Tally> past = new ArrayDeque<>();
    private final long parts;

    TrafficWindow(EjectionConfig rule) {
        this.parts = Math.max(1, rule.window().dividedBy(part(rule)));
    }

    /** How often a window is moved on. */
    static Duration part(EjectionConfig rule) {
        Duration tenth = rule.window().dividedBy(PARTS);
        return tenth.compareTo(SHORTEST_PART) < 0 ? SHORTEST_PART : tenth;
    }

    /** What was before does not count. */
    void begin(Tally now) {
        past.clear();
        past.add(now);
    }

    /** A part of the window is over; answers what happened within the window. */
    Tally turn(Tally now) {
        if (past.size() > parts) {
            past.removeFirst();
        }
        past.addLast(now);
        return now.since(past.getFirst());
    }
}
