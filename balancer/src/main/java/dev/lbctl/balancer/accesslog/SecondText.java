package dev.lbctl.balancer.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text, to the second, in UTC. The last text is kept: most lines share it with the one before. */
final class SecondText {
    private final DateTimeFormatter pattern;
    private long second = Long.MIN_VALUE;
    private String text = "";

    SecondText(String pattern) {
        this.pattern = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    String of(Instant time) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            text = pattern.format(time);
        }
        return text;
    }
}
