package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Walks over the elements of a comma list (RFC 9110, section 5.6.1) and skips empty ones. */
final class ElementCursor {
    private final byte[] bytes;
    private final int end;
    private int next;
    private int from;
    private int to;

    ElementCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    boolean advance() {
        while (next < end) {
            int comma = next;
            while (comma < end && bytes[comma] != ',') {
                comma++;
            }
            from = Octets.endOf(Octets.BLANK, bytes, next, comma);
            to = Octets.trimmedEnd(bytes, from, comma);
            next = comma + 1;
            if (from < to) {
                return true;
            }
        }
        return false;
    }

    boolean spells(String token) {
        return Octets.spell(token, bytes, from, to);
    }

    String text() {
        return new String(bytes, from, to - from, ISO_8859_1);
    }
}
