package dev.lbctl.balancer.surface;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host and port of a Host header or an origin (RFC 3986, section 3.2).
 *
 * @param host in lower case, an IPv6 literal in its brackets
 * @param port 80 when none is written; -1 when it is not a port
 */
record Authority(String host, int port) {
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9a-f:.]+]|\\d{1,3}(\\.\\d{1,3}){3}");

    static Authority of(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon >= 0 && text.indexOf(']', colon) < 0;
        String host = hasPort ? text.substring(0, colon) : text;
        return new Authority(host.toLowerCase(Locale.ROOT), hasPort ? port(text.substring(colon + 1)) : 80);
    }

    /** An address rather than a name: no DNS answer can make it point elsewhere. */
    static boolean isLiteralAddress(String host) {
        return LITERAL.matcher(host).matches();
    }

    private static int port(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : -1;
    }
}
