package dev.lbctl.balancer.http;

import org.jspecify.annotations.Nullable;

/** The versions of HTTP that are spoken here (RFC 9112, section 2.3). */
public enum Version {
    HTTP_1_0("1.0"),
    HTTP_1_1("1.1");

    private static final int LENGTH = "HTTP/1.1".length();
    private final String number;
    private final String text;

    Version(String number) {
        this.number = number;
        this.text = "HTTP/" + number;
    }

    /** As in a start line: {@code HTTP/1.1}. */
    public String text() {
        return text;
    }

    /** As in a Via field: {@code 1.1}. */
    public String number() {
        return number;
    }

    /** Answers null for any other version, and for what is none. */
    public static @Nullable Version of(byte[] bytes, int from, int to) {
        if (!isWellFormed(bytes, from, to) || bytes[from + 5] != '1') {
            return null;
        }
        return switch (bytes[from + 7]) {
            case '0' -> HTTP_1_0;
            case '1' -> HTTP_1_1;
            default -> null;
        };
    }

    /** Whether it is written as a version, of HTTP whichever. */
    public static boolean isWellFormed(byte[] bytes, int from, int to) {
        return to - from == LENGTH
                && bytes[from] == 'H'
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && bytes[from + 4] == '/'
                && Octets.are(Octets.DIGIT, bytes[from + 5])
                && bytes[from + 6] == '.'
                && Octets.are(Octets.DIGIT, bytes[from + 7]);
    }
}
