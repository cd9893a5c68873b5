package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.Octets;

/** The syntax of a host with an optional port (RFC 9110, section 7.2; RFC 3986, section 3.2), without user information. */
final class Authority {
    private static final int MOST_DIGITS = 5;
    private static final int LAST_PORT = 65_535;

    private Authority() {}

    static boolean isSound(byte[] bytes, int from, int to) {
        int end = hostEnd(bytes, from, to);
        return end > from && (end == to || isPort(bytes, end, to));
    }

    /** The same with the port that the target of CONNECT must name. */
    static boolean isSoundWithPort(byte[] bytes, int from, int to) {
        return isSound(bytes, from, to) && hostEnd(bytes, from, to) < to;
    }

    /** Answers where the host ends, the start when there is none. */
    private static int hostEnd(byte[] bytes, int from, int to) {
        return from < to && bytes[from] == '[' ? literalEnd(bytes, from, to) : nameEnd(bytes, from, to);
    }

    private static int nameEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ':') {
            if (bytes[at] == '%' && at + 2 < to && Octets.are(Octets.HEX, bytes, at + 1, at + 3)) {
                at += 3;
            } else if (Octets.are(Octets.HOST, bytes[at])) {
                at++;
            } else {
                return from;
            }
        }
        return at;
    }

    /** An IPv6 address in brackets: hexadecimal digits and dots with at least two colons among them, no zone. */
    private static int literalEnd(byte[] bytes, int from, int to) {
        int colons = 0;
        for (int at = from + 1; at < to; at++) {
            byte octet = bytes[at];
            if (octet == ']') {
                return colons < 2 ? from : at + 1;
            }
            if (octet == ':') {
                colons++;
            } else if (octet != '.' && !Octets.are(Octets.HEX, octet)) {
                return from;
            }
        }
        return from;
    }

    private static boolean isPort(byte[] bytes, int colon, int to) {
        int digits = to - colon - 1;
        if (bytes[colon] != ':' || digits < 1 || digits > MOST_DIGITS) {
            return false;
        }
        int port = 0;
        for (int at = colon + 1; at < to; at++) {
            if (!Octets.are(Octets.DIGIT, bytes[at])) {
                return false;
            }
            port = port * 10 + bytes[at] - '0';
        }
        return port <= LAST_PORT;
    }
}
