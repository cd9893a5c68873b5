package dev.lbctl.balancer.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said in Cookie fields: pairs with a semicolon between them (RFC 6265, section 5.4). A semicolon ends a pair even within
 * quotes, as browsers have it; of one name there may be several.
 */
public final class Cookies {
    /** More cookies of one name nobody has in good faith. */
    private static final int MOST = 8;

    private Cookies() {}

    /** The values of the cookies of that name, without their quotes, in their order; the first eight. */
    public static List<String> values(Fields fields, String name) {
        List<String> values = List.of();
        for (int i = fields.next(FieldName.COOKIE, 0); i >= 0; i = fields.next(FieldName.COOKIE, i + 1)) {
            values = values(fields.value(i), name, values);
        }
        return values;
    }

    /** The same of one field. */
    public static List<String> values(String field, String name) {
        return values(field, name, List.of());
    }

    private static List<String> values(String field, String name, List<String> before) {
        List<String> values = before;
        for (int at = 0; at < field.length() && values.size() < MOST; at = pairEnd(field, at) + 1) {
            if (isNamed(field, at, name)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(value(field, at));
            }
        }
        return values;
    }

    /** What a field says without the cookies of that name, the others octet by octet as they were; null when nothing is left. */
    public static @Nullable String without(String field, String name) {
        StringBuilder left = null;
        for (int at = 0; at < field.length(); at = pairEnd(field, at) + 1) {
            boolean goes = isNamed(field, at, name);
            if (goes && left == null) {
                left = new StringBuilder(field.length()).append(field, 0, at);
            } else if (!goes && left != null) {
                left.append(field, at, Math.min(pairEnd(field, at) + 1, field.length()));
            }
        }
        return left == null ? field : trimmed(left);
    }

    /** Without the separators that a cookie at either end leaves. */
    private static @Nullable String trimmed(CharSequence left) {
        int from = 0;
        int to = left.length();
        while (from < to && isSeparator(left.charAt(from))) {
            from++;
        }
        while (to > from && isSeparator(left.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : left.subSequence(from, to).toString();
    }

    private static boolean isSeparator(char c) {
        return c == ';' || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isNamed(String field, int pair, String name) {
        int at = skipBlanks(field, pair);
        return field.startsWith(name, at) && field.startsWith("=", skipBlanks(field, at + name.length()));
    }

    private static String value(String field, int pair) {
        int from = skipBlanks(field, field.indexOf('=', pair) + 1);
        int to = pairEnd(field, pair);
        while (to > from && isBlank(field.charAt(to - 1))) {
            to--;
        }
        boolean quoted = to - from >= 2 && field.charAt(from) == '"' && field.charAt(to - 1) == '"';
        return quoted ? field.substring(from + 1, to - 1) : field.substring(from, to);
    }

    private static int skipBlanks(String field, int from) {
        int at = from;
        while (at < field.length() && isBlank(field.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int pairEnd(String field, int from) {
        int end = field.indexOf(';', from);
        return end < 0 ? field.length() : end;
    }
}
