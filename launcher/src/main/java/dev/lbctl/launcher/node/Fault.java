package dev.lbctl.launcher.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sample server misbehaves on purpose for a while, as its file tells it.
 *
 * @param delayMs added before every answer
 * @param errorRate share of answers that are a 500 instead, 0–1
 * @param hang whether nothing is answered at all, not even probes
 * @param untilMs when it is over, in milliseconds since 1970
 */
public record Fault(long delayMs, double errorRate, boolean hang, long untilMs) {

    /** Zero once it is over. */
    public Duration left(Instant now) {
        return Duration.ofMillis(Math.max(0, untilMs - now.toEpochMilli()));
    }

    /** As a person says it: {@code hangs}, or {@code answers 300 ms later and 50 % with an error}. */
    public String words() {
        if (hang) {
            return "hangs";
        }
        List<String> words = new ArrayList<>();
        if (delayMs > 0) {
            words.add(delayMs + " ms later");
        }
        if (errorRate > 0) {
            words.add(Math.round(errorRate * 100) + " % with an error");
        }
        return "answers " + String.join(" and ", words);
    }
}
