package dev.lbctl.launcher.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a crashed node is started again: after 100 ms, doubling to 30 s, from the beginning once it was ready for 30 s.
 * Five crashes within 10 s are a crash loop; it is still started again.
 *
 * @param streak crashes in a row without 30 s in between
 * @param recent when it crashed in the last 10 s
 * @param crashes in all
 */
public record RestartRule(int streak, List<Instant> recent, int crashes) {
    /** Of a node that never crashed. */
    public static final RestartRule FRESH = new RestartRule(0, List.of(), 0);

    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration PROVEN = Duration.ofSeconds(30);
    private static final Duration LOOP_WINDOW = Duration.ofSeconds(10);
    private static final int LOOP_CRASHES = 5;
    /** Beyond this many doublings the longest delay holds anyway. */
    private static final int MOST_DOUBLINGS = 10;

    /** The rule after one more crash, {@code now}, of a node that had been ready for {@code ready}. */
    public RestartRule crashed(Instant now, Duration ready) {
        Instant windowStart = now.minus(LOOP_WINDOW);
        List<Instant> inWindow = Stream.concat(recent.stream(), Stream.of(now))
                .filter(crash -> !crash.isBefore(windowStart))
                .toList();
        return new RestartRule(ready.compareTo(PROVEN) >= 0 ? 1 : streak + 1, inWindow, crashes + 1);
    }

    /** How long to wait after the last crash. */
    public Duration delay() {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(Math.max(streak - 1, 0), MOST_DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    public boolean isCrashLoop() {
        return recent.size() >= LOOP_CRASHES;
    }
}
