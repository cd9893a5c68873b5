package dev.lbctl.balancer.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of a head a second time, as slow as the RFC writes it, to hold the readers against. */
final class Grammar {
    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]++";
    private static final String FIELD = TOKEN + ":[\\t -~\\x80-\\xff]*+\\r\\n";
    private static final String SECTION = "(?:" + FIELD + ")*+\\r\\n";
    private static final String PORT = ":(?:[0-5]?\\d{1,4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])";
    private static final String NAME = "(?:[A-Za-z0-9\\-._~]|%[0-9A-Fa-f]{2})+";
    private static final String LITERAL = "\\[(?=[^\\]:]*:[^\\]:]*:)[0-9A-Fa-f:.]+\\]";
    private static final String HOST = "(?:" + NAME + "|" + LITERAL + ")";
    private static final String CHARS = "[!-~&&[^#]]*";
    private static final String ABSOLUTE = "(?i:https?)://" + HOST + "(?:" + PORT + ")?(?:[/?]" + CHARS + ")?";
    private static final String TARGETED =
            "(?:CONNECT " + HOST + PORT + "|OPTIONS \\*|(?!CONNECT )" + TOKEN + " (?:/" + CHARS + "|" + ABSOLUTE + "))";
    private static final Pattern REQUEST = Pattern.compile("(?:\\r\\n)?" + TARGETED + " HTTP/1\\.[01]\\r\\n" + SECTION);
    private static final Pattern RESPONSE =
            Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d(?: [\\t -~\\x80-\\xff]*)?\\r\\n" + SECTION);

    private Grammar() {}

    /** Whether the octets begin with a whole head. */
    static boolean hasHead(@Nullable String requestMethod, String octets) {
        return (requestMethod == null ? REQUEST : RESPONSE).matcher(octets).lookingAt();
    }
}
