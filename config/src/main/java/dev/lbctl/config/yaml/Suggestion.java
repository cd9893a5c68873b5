package dev.lbctl.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant who wrote a word that is not known. */
public final class Suggestion {

    private Suggestion() {}

    /** The nearest of the known words, when at most a third of it, or two letters, but never more than half, differ. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(best -> distance(word, best) <= Math.max(2, best.length() / 3))
                .filter(best -> 2 * distance(word, best) <= best.length());
    }

    /** "did you mean x?", or every known word when none is near. */
    public static String advice(String written, Collection<String> known) {
        return nearest(written, known)
                .map(best -> "did you mean " + best + "?")
                .orElseGet(() -> "write " + (known.size() == 1 ? "" : "one of: ") + String.join(", ", known));
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
