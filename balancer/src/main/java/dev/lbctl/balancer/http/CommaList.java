package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;

/** A comma list (RFC 9110, section 5.6.1), gone over element by element without the empty ones. */
final class CommaList {
    private final byte[] bytes;
    private final int end;
    private int next;
    private int from;
    private int to;

    private CommaList(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    /** Whether the token is an element of the list that stands there, in any case. */
    static boolean includes(String token, byte[] bytes, int from, int end) {
        CommaList list = new CommaList(bytes, from, end);
        while (list.advance()) {
            if (Octets.spell(token, bytes, list.from, list.to)) {
                return true;
            }
        }
        return false;
    }

    /** The elements of the list that stands there, in their order. */
    static void forEach(byte[] bytes, int from, int end, Consumer<String> action) {
        CommaList list = new CommaList(bytes, from, end);
        while (list.advance()) {
            action.accept(new String(bytes, list.from, list.to - list.from, ISO_8859_1));
        }
    }

    private boolean advance() {
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
}
