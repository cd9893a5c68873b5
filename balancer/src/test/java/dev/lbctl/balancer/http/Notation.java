package dev.lbctl.balancer.http;

/** How octets are written in the tables of these tests: ⏎ is CRLF, ␍ ␊ ␉ ␠ ␀ ␡ … are single octets, every other character is itself. */
final class Notation {
    private static final char LINE_END = '⏎';
    private static final char FIRST_PICTURE = '␀';
    private static final char LAST_PICTURE = '␠';
    private static final char DELETE = '␡';

    private Notation() {}

    static String octets(String written) {
        StringBuilder octets = new StringBuilder();
        written.chars().forEach(c -> octets.append(c == LINE_END ? "\r\n" : String.valueOf(octet(c))));
        return octets.toString();
    }

    private static char octet(int c) {
        if (c == DELETE) {
            return 0x7f;
        }
        return (char) (c >= FIRST_PICTURE && c <= LAST_PICTURE ? c - FIRST_PICTURE : c);
    }

    /** The other way round, to show octets in a message of a test. */
    static String written(String octets) {
        StringBuilder written = new StringBuilder();
        octets.replace("\r\n", "⏎").chars().forEach(c -> written.append((char) (c < ' ' ? c + FIRST_PICTURE : c)));
        return written.toString();
    }
}
