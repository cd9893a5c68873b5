package dev.lbctl.config.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    public static Kind<Duration> duration() {
        return of(
                "a duration from 1ms to 24h",
                text -> Durations.parse(text).filter(d -> !d.isZero() && d.compareTo(LONGEST) <= 0),
                "write a number with a unit, like 500ms, 2s or 10m");
    }

    /** One of the given words; a word near to one of them is answered with that one. */
    public static <T> Kind<T> oneOf(String noun, Map<String, T> words) {
        return new Kind<>(
                noun, text -> Optional.ofNullable(words.get(text)), text -> Suggestion.advice(text, words.keySet()));
    }

    /** As it may stand in a message: short, on one line. */
    static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() > 60 ? line.substring(0, 57) + "..." : line) + "'";
    }
}
