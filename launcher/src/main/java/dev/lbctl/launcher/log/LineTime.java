package dev.lbctl.launcher.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a line was written, by what it begins with: {@code 14:03:21.123}, {@code 2026-01-02T03:04:05Z} or {@code 2026-01-02 03:04:05}. */
public record LineTime(ZoneId zone, Instant now) {
    private static final Pattern TIME = Pattern.compile(
            "\\W{0,2}(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?([0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,9})?)(Z|[+-][0-9]{2}:?[0-9]{2})?.*");

    /**
     * What was written since then: what follows the last line that is older. Lines that do not tell belong to the one before them.
     *
     * @param touched when the last of them was written, for a log whose lines do not tell at all
     */
    public List<String> since(Instant start, List<String> lines, Instant touched) {
        boolean told = false;
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<Instant> time = of(lines.get(i));
            told |= time.isPresent();
            if (time.filter(start::isAfter).isPresent()) {
                from = next(lines, i + 1);
            }
        }
        boolean none = !told && touched.isBefore(start);
        return none ? List.of() : lines.subList(from, lines.size());
    }

    private int next(List<String> lines, int from) {
        int next = from;
        while (next < lines.size() && of(lines.get(next)).isEmpty()) {
            next++;
        }
        return next;
    }

    /** A time without a day is the last one that was at that hour. */
    Optional<Instant> of(String line) {
        Matcher begin = TIME.matcher(line);
        if (!begin.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time = LocalTime.parse(begin.group(2).replace(',', '.'));
            if (begin.group(1) == null) {
                ZonedDateTime today = now.atZone(zone).with(time);
                return Optional.of((today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant());
            }
            LocalDateTime at = LocalDateTime.parse(begin.group(1) + "T" + time);
            ZoneId where = begin.group(3) == null ? zone : ZoneId.of(begin.group(3));
            return Optional.of(at.atZone(where).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
