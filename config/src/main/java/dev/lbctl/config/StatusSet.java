package dev.lbctl.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statuses of HTTP, written as {@code 200-299,304}. */
public record StatusSet(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("([1-5][0-9][0-9])(?:-([1-5][0-9][0-9]))?");

    /** From a status to another, both included; 100 to 599. */
    public record Range(int from, int to) {

        @Override
        public String toString() {
            return from == to ? "" + from : from + "-" + to;
        }
    }

    /** Empty when the text is anything else, or a range ends before it begins. */
    public static Optional<StatusSet> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher form = RANGE.matcher(part.strip());
            if (!form.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(form.group(1));
            int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
            if (to < from) {
                return Optional.empty();
            }
            ranges.add(new Range(from, to));
        }
        return Optional.of(new StatusSet(List.copyOf(ranges)));
    }

    public boolean contains(int status) {
        return ranges.stream().anyMatch(range -> status >= range.from && status <= range.to);
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
