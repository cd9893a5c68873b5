package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.Octets;
import org.jspecify.annotations.Nullable;

/** The four forms of a request target (RFC 9112, section 3.2). */
enum TargetForm {
    ORIGIN,
    ABSOLUTE,
    AUTHORITY,
    ASTERISK;

    /** Answers the form that the target has, null when it has none that is right with the method. */
    static @Nullable TargetForm of(String method, byte[] bytes, int from, int to) {
        if (method.equals("CONNECT")) {
            return Authority.isSoundWithPort(bytes, from, to) ? AUTHORITY : null;
        }
        if (!Octets.are(Octets.TARGET, bytes, from, to)) {
            return null;
        }
        if (bytes[from] == '/') {
            return ORIGIN;
        }
        if (to - from == 1 && bytes[from] == '*') {
            return method.equals("OPTIONS") ? ASTERISK : null;
        }
        int start = authorityStart(bytes, from, to);
        boolean absolute = start > from && Authority.isSound(bytes, start, authorityEnd(bytes, start, to));
        return absolute ? ABSOLUTE : null;
    }

    /** Answers where the authority of an absolute target begins, the target's start when it is not absolute. */
    static int authorityStart(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        boolean web = Octets.spell("http", bytes, from, colon) || Octets.spell("https", bytes, from, colon);
        boolean slashes = colon + 2 < to && bytes[colon + 1] == '/' && bytes[colon + 2] == '/';
        return web && slashes ? colon + 3 : from;
    }

    static int authorityEnd(byte[] bytes, int start, int to) {
        int at = start;
        while (at < to && bytes[at] != '/' && bytes[at] != '?') {
            at++;
        }
        return at;
    }
}
