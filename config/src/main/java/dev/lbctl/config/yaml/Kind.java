package dev.lbctl.config.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a single value must be.
 *
 * @param noun completes "'x' is not …"
 * @param parser empty when the text is not of this kind
 * @param advice what to write instead of the text that was written
 */
public record Kind<T>(String noun, Function<String, Optional<T>> parser, Function<String, String> advice) {
    private static final Duration LONGEST = Duration.ofHours(24);

    public static <T> Kind<T> of(String noun, Function<String, Optional<T>> parser, String advice) {
        return new Kind<>(noun, parser, text -> advice);
    }

    public static Kind<String> text(String noun, Pattern form, String advice) {
        return of(noun, text -> Optional.of(text).filter(form.asMatchPredicate()), advice);
    }

    public static Kind<Boolean> flag() {
        Map<String, Boolean> words = Map.of("true", true, "false", false);
        return of("true or false", text -> Optional.ofNullable(words.get(text)), "write true or false");
    }

    public static Kind<Integer> number(int min, int max) {
        return of(
                "a whole number from " + min + " to " + max,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("0|[1-9][0-9]{0,8}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= min && number <= max),
                "write a number like " + Math.max(min, 1));
    }

    /** More than nothing. */
    public static Kind<Duration> duration() {
        return duration(Duration.ofMillis(1), LONGEST);
    }

    public static Kind<Duration> durationOrZero() {
        return duration(Duration.ZERO, LONGEST);
    }

    public static Kind<Duration> duration(Duration shortest, Duration longest) {
        String from = shortest.isZero() ? "0s" : Durations.format(shortest);
        return of(
                "a duration from " + from + " to " + Durations.format(longest),
                text -> Durations.parse(text).filter(d -> d.compareTo(shortest) >= 0 && d.compareTo(longest) <= 0),
                "write a number with a unit, like 500ms, 2s or 10m");
    }

    /** In bytes. */
    public static Kind<Long> size(long min, long max) {
        Predicate<Long> inRange = size -> size >= min && size <= max;
        return new Kind<>(
                "a size from " + Sizes.format(min) + " to " + Sizes.format(max),
                text -> Sizes.parse(text).filter(inRange),
                text -> sizeAdvice(text, inRange));
    }

    public static Kind<Integer> percentage() {
        return of(
                "a percentage from 0% to 100%",
                text -> text.endsWith("%")
                        ? number(0, 100).parser().apply(text.substring(0, text.length() - 1))
                        : Optional.empty(),
                "write a whole number with a percent sign, like 20%");
    }

    /** The same, or a word that stands for another value. */
    public Kind<T> or(String word, T value) {
        return new Kind<>(
                noun + ", or " + word,
                text -> text.equals(word) ? Optional.of(value) : parser.apply(text),
                text -> Suggestion.nearest(text, List.of(word))
                        .map(meant -> "did you mean " + meant + "?")
                        .orElseGet(() -> advice.apply(text)));
    }

    /** One of the given words; a word near to one of them is answered with that one. */
    public static <T> Kind<T> oneOf(String noun, Map<String, T> words) {
        return new Kind<>(
                noun, text -> Optional.ofNullable(words.get(text)), text -> Suggestion.advice(text, words.keySet()));
    }

    /** A constant of an enum, by its {@link Words word}. */
    public static <E extends Enum<E>> Kind<E> oneOf(String noun, Class<E> type) {
        return oneOf(noun, Words.of(type));
    }

    private static String sizeAdvice(String text, Predicate<Long> inRange) {
        String meant = Sizes.respelled(text).orElse(text);
        Optional<Long> size = Sizes.parse(meant);
        if (size.isEmpty()) {
            return "write a number with a unit, like 512B, 64KiB or 10MiB";
        }
        return size.filter(inRange).isPresent() ? "did you mean " + meant + "?" : "write a size in that range";
    }

    /** As it may stand in a message: short, on one line. */
    static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() > 60 ? line.substring(0, 57) + "..." : line) + "'";
    }
}
