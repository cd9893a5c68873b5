package dev.lbctl.config.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as an operator writes them: a whole number and one of the units {@code B KiB MiB GiB}, each 1024 of the one before. */
public final class Sizes {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(" + String.join("|", UNITS) + ")");
    private static final Pattern OTHER_SPELLING = Pattern.compile("([0-9]{1,9}) ?(?:([kmg])i?b?|b)");

    private Sizes() {}

    /** In bytes; empty when the text is anything else, a number without a unit included. */
    public static Optional<Long> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(Long.parseLong(form.group(1)) << (10 * UNITS.indexOf(form.group(2))))
                : Optional.empty();
    }

    /** In the largest unit that needs no fraction. */
    public static String format(long bytes) {
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.size() - 1);
        return (bytes >> (10 * unit)) + UNITS.get(unit);
    }

    /** What somebody probably meant who wrote {@code 8k}, {@code 8KB} or {@code 8 kib}; empty for a number alone. */
    static Optional<String> respelled(String text) {
        Matcher spelling = OTHER_SPELLING.matcher(text.toLowerCase(Locale.ROOT));
        if (!spelling.matches()) {
            return Optional.empty();
        }
        String letter = spelling.group(2);
        return Optional.of(spelling.group(1) + UNITS.get(letter == null ? 0 : "kmg".indexOf(letter) + 1));
    }
}
